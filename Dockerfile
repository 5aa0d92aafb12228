# The plugin as an image: built with Node.js, served by nginx with the certificate that the OpenShift
# service CA puts into /var/cert. The chart mounts the certificate and the configuration.
# For a release, pin both bases by digest: --build-arg RUNTIME_IMAGE=...@sha256:...
ARG BUILDER_IMAGE=registry.access.redhat.com/ubi9/nodejs-22:latest
ARG RUNTIME_IMAGE=registry.access.redhat.com/ubi9/nginx-124:latest

# What is built is the same for every architecture, so it is built on the one that builds.
FROM --platform=$BUILDPLATFORM ${BUILDER_IMAGE} AS build
USER root
WORKDIR /usr/src/app
# Dependencies first: this layer is kept until the lock file changes.
COPY package.json package-lock.json .npmrc ./
# What the build needs, and not what tests and development do: no devDependencies, no workspaces.
RUN npm ci --omit=dev --workspaces=false --ignore-scripts
COPY LICENSE tsconfig.json webpack.config.mjs console-extensions.json ./
COPY scripts ./scripts
COPY locales ./locales
COPY src ./src
RUN npm run build:image

FROM ${RUNTIME_IMAGE}
LABEL name="vm-networks" \
      summary="VM Networks, a plugin of the OpenShift console" \
      description="Shows how a VLAN reaches a virtual machine, says which hop is broken, and attaches VMs to VLANs" \
      io.k8s.display-name="VM Networks" \
      license="Apache-2.0"
COPY --from=build /usr/src/app/LICENSE /usr/src/app/dist/third-party-notices.txt /licenses/
COPY --from=build /usr/src/app/dist /usr/share/nginx/html
# OpenShift puts a number of its own in its place; the files are for everybody to read.
USER 1001
# The base image's own entry point expects an application to build. Its error log would be in a folder
# that cannot be written to.
ENTRYPOINT ["nginx"]
CMD ["-e", "stderr", "-g", "daemon off;"]

# The container image: the program, the libraries it is linked with, and Debian slim. It runs as any user on a read-only
# root file system; its data is in /var/lib/dangol. Building needs BuildKit.
#
#   docker build --tag dangol .
#   docker run --read-only --cap-drop ALL --publish 8088:8088 --volume dangol:/var/lib/dangol dangol serve --demo
#
# `script/image build` builds reproducibly, adds labels about the commit, and works behind a mirror: the optional secrets below
# configure access to Debian's archive and npm. They are mounted in memory, so no layer contains them.

# The release whose libraries script/bootstrap knows. A pipeline names the base by its digest.
ARG BASE=docker.io/library/debian:bookworm-slim

FROM ${BASE} AS tools
WORKDIR /src
COPY script/bootstrap script/common.sh script/
RUN --mount=type=secret,id=apt,target=/etc/apt/apt.conf \
    --mount=type=secret,id=sources,target=/dev/shm/debian.sources \
    --mount=type=secret,id=authorities,target=/dev/shm/authorities.pem \
    --mount=type=secret,id=npm,target=/root/.npmrc \
    script/bootstrap --build --quiet

FROM tools AS web
COPY script/web script/
COPY web web
RUN --mount=type=secret,id=npm,target=/root/.npmrc \
    --mount=type=secret,id=authorities,target=/dev/shm/authorities.pem \
    --mount=type=cache,id=dangol-npm,target=/root/.npm \
    script/web

FROM tools AS program
COPY CMakeLists.txt CMakePresets.json ./
COPY cmake cmake
COPY api api
COPY deploy/monitoring/alerts deploy/monitoring/alerts
COPY src src
COPY --from=web /src/web/dist/web.pack web/dist/
RUN --mount=type=cache,id=dangol-ccache,target=/root/.cache/ccache \
    cmake --preset release -D DANGOL_TESTS=OFF && cmake --build build/release --target dangol
RUN install -D --strip build/release/dangol /out/usr/local/bin/dangol

# What the program is linked with, and the authorities by which it knows messengers. Nothing tells when it was installed, and
# nothing of the base is taken away, since engines date that as well: so that whoever builds it gets the same layer.
FROM ${BASE} AS libraries
ARG SOURCE_DATE_EPOCH=0
RUN --mount=type=secret,id=apt,target=/dev/shm/apt.conf \
    --mount=type=secret,id=sources,target=/dev/shm/debian.sources \
    --mount=type=secret,id=authorities,target=/dev/shm/authorities.pem \
    touch /dev/shm/before \
    && export APT_CONFIG="$(find /dev/shm -name apt.conf)" \
    && apt-get update --quiet --quiet \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends \
        ca-certificates libargon2-1 libdate-tz3 libfmt9 libmimalloc2.0 libpq5 libprometheus-cpp-core1.0 librdkafka1 \
        libsimdjson14 libspdlog1.10 libsqlite3-0 libssl3 libtomlplusplus3 tzdata zlib1g \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/apt/archives/*.deb \
        /usr/share/doc/*/changelog* /usr/share/doc/*/NEWS* \
    && find /var/log /var/cache/ldconfig -type f -newer /dev/shm/before -exec truncate --size 0 {} + \
    && find / -xdev -newer /dev/shm/before -print0 > /dev/shm/changed \
    && xargs -0 touch --no-create --no-dereference --date="@$SOURCE_DATE_EPOCH" < /dev/shm/changed

# Its bill of materials: Debian's packages as they are installed, what is compiled in, and what the web apps are bundled with.
FROM web AS materials
COPY deploy/image/bill-of-materials.mjs deploy/image/
COPY --from=libraries /var/lib/dpkg/status /image/status
COPY LICENSE /out/usr/share/doc/dangol/copyright
ARG VERSION=development
ARG REVISION=unknown
ARG SOURCE_DATE_EPOCH=0
RUN mkdir -p /out/usr/share/dangol /out/var/lib/dangol && chmod 1777 /out/var/lib/dangol \
    && PATH="$(. script/common.sh && node_folder):$PATH" node deploy/image/bill-of-materials.mjs \
        --version "$VERSION" --revision "$REVISION" --installed /image/status --compiled-in /var/lib/dpkg/status \
        --bundled web/package-lock.json > /out/usr/share/dangol/sbom.cdx.json

FROM libraries
ARG SOURCE_DATE_EPOCH=0
RUN --mount=type=bind,from=program,source=/out,target=/mnt \
    --mount=type=bind,from=materials,source=/out,target=/media \
    touch /dev/shm/before \
    && cp -r --no-dereference --preserve=mode /mnt/. /media/. / \
    && ! ldd /usr/local/bin/dangol | grep 'not found' \
    && find / -xdev -newer /dev/shm/before -print0 > /dev/shm/changed \
    && xargs -0 touch --no-create --no-dereference --date="@$SOURCE_DATE_EPOCH" < /dev/shm/changed

# The admin port is for the networks that the container is in, and so not among those that -P publishes.
ENV DANGOL_ADDRESS=0.0.0.0 DANGOL_PORT=8088 DANGOL_ADMIN_ADDRESS=0.0.0.0 DANGOL_ADMIN_PORT=9088 DANGOL_DATA=/var/lib/dangol
USER 10001:10001
EXPOSE 8088
ENTRYPOINT ["dangol"]
CMD ["serve"]
# For engines alone: Kubernetes has probes of its own.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${DANGOL_PORT:-8088} && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.1 200' <&3"]

ARG VERSION=development
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
ARG BASE
LABEL org.opencontainers.image.title="Dangol" \
      org.opencontainers.image.description="Self-hosted mobile ordering for cafés" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.created="$CREATED" \
      org.opencontainers.image.base.name="$BASE"

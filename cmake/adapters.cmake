# What each adapter needs besides the runtime and the contexts, by the name of its folder in src/adapters.
# An adapter that needs nothing need not be listed.

set(dangol_adapter_links_sqlite SQLite::SQLite3)
set(dangol_adapter_links_http Boost::url OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
set(dangol_adapter_links_tokens OpenSSL::Crypto)
set(dangol_adapter_links_passwords dangol_adapter_system PkgConfig::libargon2 OpenSSL::Crypto)
set(dangol_adapter_links_telemetry spdlog::spdlog prometheus-cpp::core)
set(dangol_adapter_links_system dangol_adapter_telemetry OpenSSL::Crypto Threads::Threads)
set(dangol_adapter_links_local_bus Threads::Threads)
set(dangol_adapter_links_remote dangol_adapter_http dangol_adapter_sandbox_provider)
set(dangol_adapter_links_otlp dangol_adapter_http)
set(dangol_adapter_links_postgres PkgConfig::libpq)
set(dangol_adapter_links_kafka PkgConfig::rdkafka Threads::Threads)
set(dangol_adapter_links_messengers dangol_adapter_http OpenSSL::Crypto)

set(dangol_adapter_links_web dangol_adapter_http ZLIB::ZLIB OpenSSL::Crypto)
set(dangol_adapter_links_operations
    dangol_adapter_local_bus dangol_adapter_sqlite dangol_adapter_system dangol_adapter_telemetry)
set(dangol_adapter_links_observe dangol_adapter_telemetry dangol_adapter_web)

# Files that an adapter carries: function and file, as dangol_embed takes them.
set(dangol_adapter_embeds_observe
    observe_css ${CMAKE_SOURCE_DIR}/src/adapters/observe/observe.css
    tokens_css ${CMAKE_SOURCE_DIR}/web/packages/ui/src/tokens.css)
dangol_alert_thresholds(${CMAKE_BINARY_DIR}/generated/adapters/observe/thresholds.hpp)

# What only the tests of an adapter need.
set(dangol_adapter_test_links_tokens PkgConfig::libjwt)

# Adapters that include Asio or Beast in most of their files share the heavy precompiled header.
set(dangol_heavy_adapters http)

dangol_add_adapters()

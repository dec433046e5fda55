#pragma once

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>

/// For the tests of this folder.
namespace dangol::adapters::testing {

/// A self-signed certificate for `name` with its key, as files that live as long as this object.
class SelfSigned {
  public:
    explicit SelfSigned(const std::string& name) {
        const auto stem =
            std::filesystem::temp_directory_path() / ("dangol_tls_" + std::to_string(::getpid()) + name);
        certificate_file = stem.string() + ".crt";
        key_file = stem.string() + ".key";
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* certificate = X509_new();
        X509_set_version(certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_set_pubkey(certificate, key);
        X509_NAME* subject = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
        X509_set_issuer_name(certificate, subject);
        X509_EXTENSION* names =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + name).c_str());
        X509_add_ext(certificate, names, -1);
        X509_sign(certificate, key, EVP_sha256());
        std::FILE* out = std::fopen(certificate_file.c_str(), "w");
        PEM_write_X509(out, certificate);
        std::fclose(out);
        out = std::fopen(key_file.c_str(), "w");
        PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(out);
        X509_EXTENSION_free(names);
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    ~SelfSigned() {
        std::filesystem::remove(certificate_file);
        std::filesystem::remove(key_file);
    }
    SelfSigned(const SelfSigned&) = delete;
    SelfSigned& operator=(const SelfSigned&) = delete;

    std::string certificate_file;
    std::string key_file;
};

/// Takes one TLS connection, and answers "secure" to whatever it reads first.
class TlsServer {
  public:
    explicit TlsServer(const SelfSigned& identity)
        : acceptor_(io_, {boost::asio::ip::address_v4::loopback(), 0}) {
        context_.use_certificate_file(identity.certificate_file, boost::asio::ssl::context::pem);
        context_.use_private_key_file(identity.key_file, boost::asio::ssl::context::pem);
        thread_ = std::jthread([this] {
            boost::system::error_code error;
            boost::asio::ssl::stream<boost::asio::ip::tcp::socket> stream(io_, context_);
            acceptor_.accept(stream.next_layer(), error);
            if (!error) stream.handshake(boost::asio::ssl::stream_base::server, error);
            std::string request(4096, '\0');
            if (!error) stream.read_some(boost::asio::buffer(request), error);
            const std::string reply = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecure";
            if (!error) boost::asio::write(stream, boost::asio::buffer(reply), error);
        });
    }
    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  private:
    boost::asio::io_context io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::ssl::context context_{boost::asio::ssl::context::tls_server};
    std::jthread thread_;
};

}  // namespace dangol::adapters::testing

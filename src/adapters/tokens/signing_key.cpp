#include "adapters/tokens/signing_key.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/tokens/base64url.hpp"

namespace dangol::adapters {
namespace {

constexpr std::size_t coordinate_bytes = 32;

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
    void operator()(BIGNUM* number) const { BN_free(number); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

void must(bool ok, const char* what) {
    if (!ok) throw std::runtime_error(std::string("OpenSSL could not ") + what);
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// The order n of P-256, and half of it (FIPS 186-4, D.1.2.3).
constexpr const char* order_hex = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
constexpr const char* half_order_hex = "7FFFFFFF800000007FFFFFFFFFFFFFFFDE737D56D38BCF4279DCE5617E3192A8";

Owned<BIGNUM> number_of(const char* hex) {
    BIGNUM* number = nullptr;
    must(BN_hex2bn(&number, hex) > 0, "read a number");
    return Owned<BIGNUM>(number);
}

bool is_low(const BIGNUM* s) {
    static const Owned<BIGNUM> half = number_of(half_order_hex);
    return BN_cmp(s, half.get()) <= 0;
}

std::string hmac(std::string_view secret, std::string_view message) {
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    must(HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(message), message.size(),
              reinterpret_cast<unsigned char*>(digest.data()), &size) != nullptr,
         "compute an HMAC");
    digest.resize(size);
    return digest;
}

/// One secret of the private key for other uses than signing: extracted, then bound to its use (RFC 5869).
std::string secret_of(const EVP_PKEY* key) {
    BIGNUM* raw = nullptr;
    must(EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_PRIV_KEY, &raw) == 1, "read the private key");
    const std::unique_ptr<BIGNUM, decltype(&BN_clear_free)> number(raw, BN_clear_free);
    std::string bytes(coordinate_bytes, '\0');
    must(BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(bytes.data()), coordinate_bytes) > 0,
         "write the private key");
    const auto extracted = hmac("dangol", bytes);
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return hmac(extracted, std::string("authenticate") + '\1');
}

std::string coordinate(const EVP_PKEY* key, const char* name) {
    BIGNUM* raw = nullptr;
    must(EVP_PKEY_get_bn_param(key, name, &raw) == 1, "read the public key");
    const Owned<BIGNUM> number(raw);
    std::string bytes(coordinate_bytes, '\0');
    must(BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(bytes.data()), coordinate_bytes) > 0,
         "write a coordinate");
    return to_base64url(bytes);
}

bool is_p256(const EVP_PKEY* key) {
    std::array<char, 32> group{};
    std::size_t length = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
           std::string_view(group.data(), length) == "prime256v1";
}

std::string text_in(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what, int error) {
    throw std::runtime_error("The signing key " + path.string() + " " + what + ": " +
                             std::generic_category().message(error));
}

/// No password is asked for: an encrypted key is not readable.
template <class Read>
std::shared_ptr<EVP_PKEY> read_with(Read read, const std::string& pem) {
    const Owned<BIO> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const auto no_password = [](char*, int, int, void*) { return -1; };
    std::shared_ptr<EVP_PKEY> key(read(bio.get(), nullptr, no_password, nullptr), EVP_PKEY_free);
    if (!key) ERR_clear_error();
    return key;
}

class File {
  public:
    File(const std::filesystem::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (descriptor_ < 0) fail(path, "cannot be opened", errno);
    }
    ~File() { ::close(descriptor_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

  private:
    int descriptor_;
};

void write_durably(const std::filesystem::path& path, std::string_view text) {
    const File file(path, O_WRONLY | O_CREAT | O_EXCL);
    while (!text.empty()) {
        const ssize_t written = ::write(file.get(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path, "cannot be written", errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0) fail(path, "cannot be written", errno);
}

}  // namespace

SigningKey::SigningKey(std::shared_ptr<evp_pkey_st> key, bool can_sign)
    : key_(std::move(key)), can_sign_(can_sign) {
    const std::string x = coordinate(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X);
    const std::string y = coordinate(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y);
    // The members that RFC 7638 §3.2 names, in the order and the form that it prescribes.
    const std::string members = R"("crv":"P-256","kty":"EC","x":")" + x + R"(","y":")" + y + '"';
    id_ = to_base64url(sha256("{" + members + "}"));
    jwk_ = "{" + members + R"(,"alg":"ES256","use":"sig","kid":")" + id_ + "\"}";
    if (can_sign_) secret_ = secret_of(key_.get());
}

SigningKey SigningKey::generate() {
    std::shared_ptr<evp_pkey_st> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    must(key != nullptr, "generate a key");
    return {std::move(key), true};
}

SigningKey SigningKey::load_or_create(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) {
        const auto folder = path.parent_path();
        std::filesystem::create_directories(folder);
        auto fresh = path;
        // In a container every process has the same id.
        std::random_device chance;
        fresh += ".new-" + std::to_string(chance()) + std::to_string(chance());
        write_durably(fresh, generate().private_pem());
        // Unlike a rename, a link never replaces the key that another process has put there in the meantime.
        const int linked = ::link(fresh.c_str(), path.c_str());
        const int error = errno;
        ::unlink(fresh.c_str());
        if (linked != 0 && error != EEXIST) fail(path, "cannot be put in place", error);
        const File directory(folder, O_RDONLY | O_DIRECTORY);
        if (::fsync(directory.get()) != 0) fail(folder, "cannot be made durable", errno);
    }
    return load(path);
}

SigningKey SigningKey::load(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    struct stat status{};
    if (!file || ::stat(path.c_str(), &status) != 0) fail(path, "cannot be read", errno);
    const std::string pem{std::istreambuf_iterator<char>(file), {}};
    auto key = read_with(PEM_read_bio_PUBKEY, pem);
    const bool can_sign = !key;
    if (can_sign) key = read_with(PEM_read_bio_PrivateKey, pem);
    if (!key || !is_p256(key.get())) {
        throw std::runtime_error("The signing key " + path.string() + " is not a P-256 key in PEM.");
    }
    if (can_sign && (status.st_mode & 077U) != 0) {
        throw std::runtime_error(
            "The signing key " + path.string() +
            " can be read by others. Make it yours alone (chmod 600); if anyone may have copied "
            "it, delete it: a new one is made, and everybody signs in again.");
    }
    return {std::move(key), can_sign};
}

std::string SigningKey::sign(std::string_view message) const {
    if (!can_sign_) throw std::logic_error("this process has only the public half of the signing key");
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    std::array<unsigned char, 80> der{};  // at most 72 bytes
    std::size_t size = der.size();
    must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1,
         "begin a signature");
    must(EVP_DigestSign(context.get(), der.data(), &size, bytes_of(message), message.size()) == 1, "sign");
    const unsigned char* at = der.data();
    const Owned<ECDSA_SIG> signature(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)));
    must(signature != nullptr, "read its own signature");
    std::string raw(2 * coordinate_bytes, '\0');
    auto* out = reinterpret_cast<unsigned char*>(raw.data());
    must(BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, coordinate_bytes) > 0, "write r");
    const auto* s = ECDSA_SIG_get0_s(signature.get());
    const auto twin = number_of(order_hex);
    if (!is_low(s)) {
        must(BN_sub(twin.get(), twin.get(), s) == 1, "lower s");
        s = twin.get();
    }
    must(BN_bn2binpad(s, out + coordinate_bytes, coordinate_bytes) > 0, "write s");
    return raw;
}

bool SigningKey::is_lower_twin(std::string_view signature) {
    const Owned<BIGNUM> s(BN_bin2bn(bytes_of(signature.substr(coordinate_bytes)), coordinate_bytes, nullptr));
    must(s != nullptr, "hold a signature");
    return is_low(s.get());
}

std::string SigningKey::authenticate(std::string_view message) const {
    if (!can_sign_) throw std::logic_error("this process has only the public half of the signing key");
    return hmac(secret_, message);
}

bool SigningKey::verify(std::string_view message, std::string_view signature) const {
    if (signature.size() != 2 * coordinate_bytes) return false;
    const Owned<ECDSA_SIG> parts(ECDSA_SIG_new());
    const auto* raw = bytes_of(signature);
    Owned<BIGNUM> r(BN_bin2bn(raw, coordinate_bytes, nullptr));
    Owned<BIGNUM> s(BN_bin2bn(raw + coordinate_bytes, coordinate_bytes, nullptr));
    must(parts && r && s, "hold a signature");
    must(ECDSA_SIG_set0(parts.get(), r.get(), s.get()) == 1, "hold a signature");
    static_cast<void>(r.release());  // `parts` owns them now
    static_cast<void>(s.release());
    std::array<unsigned char, 80> der{};
    auto* at = der.data();
    const int size = i2d_ECDSA_SIG(parts.get(), &at);
    if (size <= 0) return false;
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    must(EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1,
         "begin a verification");
    // Anything but 1 is "no": 0 for a wrong signature, less for one that cannot be, such as r = 0.
    const bool good = EVP_DigestVerify(context.get(), der.data(), static_cast<std::size_t>(size),
                                       bytes_of(message), message.size()) == 1;
    if (!good) ERR_clear_error();  // else the thread's next TLS call would take it for its own
    return good;
}

std::string SigningKey::public_pem() const {
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PUBKEY(bio.get(), key_.get()) == 1, "write the public key");
    return text_in(bio.get());
}

std::string SigningKey::private_pem() const {
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1,
         "write the private key");
    return text_in(bio.get());
}

}  // namespace dangol::adapters

#include "adapters/tokens/signing_key.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace dangol::adapters {
namespace {

namespace fs = std::filesystem;

class SigningKeyFile : public testing::Test {
  protected:
    SigningKeyFile() {
        std::string name = (fs::temp_directory_path() / "dangol-key-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
        folder_ = name;
    }
    ~SigningKeyFile() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    [[nodiscard]] fs::path path() const { return folder_ / "keys" / "tokens.pem"; }

  private:
    fs::path folder_;
};

TEST_F(SigningKeyFile, is_made_on_the_first_start_for_its_owner_only_and_stays) {
    const auto first = SigningKey::load_or_create(path());
    struct stat status{};
    ASSERT_EQ(::stat(path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    const auto second = SigningKey::load_or_create(path());
    EXPECT_EQ(first.id(), second.id());
    EXPECT_TRUE(second.verify("message", first.sign("message")));
    EXPECT_EQ(std::distance(fs::directory_iterator(path().parent_path()), fs::directory_iterator()), 1);
}

TEST_F(SigningKeyFile, that_others_may_read_is_refused) {
    static_cast<void>(SigningKey::load_or_create(path()));
    ASSERT_EQ(::chmod(path().c_str(), 0640), 0);
    EXPECT_THROW(static_cast<void>(SigningKey::load_or_create(path())), std::runtime_error);
}

TEST_F(SigningKeyFile, that_is_no_key_is_refused) {
    static_cast<void>(SigningKey::load_or_create(path()));
    std::ofstream(path()) << "nonsense";
    EXPECT_THROW(static_cast<void>(SigningKey::load_or_create(path())), std::runtime_error);
}

TEST_F(SigningKeyFile, may_hold_the_public_half_which_verifies_and_never_signs) {
    const auto whole = SigningKey::load_or_create(path());
    const auto half_path = path().parent_path() / "public.pem";
    std::ofstream(half_path) << whole.public_pem();
    ASSERT_EQ(::chmod(half_path.c_str(), 0644), 0) << "anyone may read it";
    const auto half = SigningKey::load(half_path);
    EXPECT_TRUE(whole.can_sign());
    EXPECT_FALSE(half.can_sign());
    EXPECT_EQ(half.id(), whole.id());
    EXPECT_TRUE(half.verify("message", whole.sign("message")));
    EXPECT_THROW(static_cast<void>(half.sign("message")), std::logic_error);
}

TEST_F(SigningKeyFile, that_is_not_there_is_not_made_by_reading) {
    EXPECT_THROW(static_cast<void>(SigningKey::load(path())), std::runtime_error);
    EXPECT_FALSE(fs::exists(path()));
}

TEST(SigningKey, shows_its_public_half_only) {
    const auto key = SigningKey::generate();
    EXPECT_NE(key.jwk().find(R"("kid":")" + key.id() + '"'), std::string::npos);
    EXPECT_NE(key.jwk().find(R"("kty":"EC")"), std::string::npos);
    EXPECT_EQ(key.jwk().find(R"("d":)"), std::string::npos);
    EXPECT_EQ(key.id().size(), 43U);
    EXPECT_EQ(key.public_pem().find("PRIVATE"), std::string::npos);
}

TEST(SigningKey, signs_in_64_bytes_every_time) {
    const auto key = SigningKey::generate();
    for (int i = 0; i < 600; ++i) {  // r or s begins with a zero byte in one of 128
        const auto message = std::to_string(i);
        const auto signature = key.sign(message);
        ASSERT_EQ(signature.size(), 64U);
        ASSERT_TRUE(key.verify(message, signature));
        ASSERT_FALSE(key.verify(message + "x", signature));
    }
}

}  // namespace
}  // namespace dangol::adapters

#include "adapters/system/data_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "adapters/system/temporary_folder.hpp"

namespace dangol::adapters {
namespace {

namespace fs = std::filesystem;

class DataFolder : public testing::Test {
  protected:
    [[nodiscard]] fs::path make(const std::string& name, unsigned mode) const {
        const auto path = fs::path(data_) / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path) << "content";
        fs::permissions(path, fs::perms{mode});
        return path;
    }
    [[nodiscard]] static unsigned mode_of(const fs::path& path) {
        return static_cast<unsigned>(fs::status(path).permissions());
    }
    [[nodiscard]] std::string refusal() const {
        try {
            static_cast<void>(open_data_folder(data_));
            return {};
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
    }

    TemporaryFolder folder_;
    std::string data_ = folder_.path() + "/data";
};

TEST_F(DataFolder, what_an_older_version_left_open_is_closed_and_nothing_else_is_touched) {
    const auto database = make("order.db", 0644);
    const auto wal = make("order.db-wal", 0664);
    const auto journal = make("sandbox.journal", 0644);
    const auto key = make("keys/tokens.pem", 0640);
    const auto other = make("dangol.toml", 0644);
    fs::permissions(data_, fs::perms{0755});
    fs::permissions(fs::path(data_) / "keys", fs::perms{0755});

    EXPECT_EQ(open_data_folder(data_), data_);

    EXPECT_EQ(mode_of(data_), 0700U);
    EXPECT_EQ(mode_of(fs::path(data_) / "keys"), 0700U);
    EXPECT_EQ(mode_of(database), 0600U);
    EXPECT_EQ(mode_of(wal), 0600U);
    EXPECT_EQ(mode_of(journal), 0600U);
    EXPECT_EQ(mode_of(key), 0600U);
    EXPECT_EQ(mode_of(other), 0644U) << "not ours";
}

TEST_F(DataFolder, a_new_one_is_private) {
    static_cast<void>(open_data_folder(data_));
    EXPECT_EQ(mode_of(data_), 0700U);
}

TEST_F(DataFolder, that_is_a_link_is_closed_where_the_link_leads) {
    const auto database = make("order.db", 0644);
    fs::permissions(data_, fs::perms{0755});
    const auto link = folder_.path() + "/link";
    fs::create_directory_symlink(data_, link);

    EXPECT_EQ(open_data_folder(link), link);

    EXPECT_EQ(mode_of(data_), 0700U);
    EXPECT_EQ(mode_of(database), 0600U);
}

TEST_F(DataFolder, with_a_link_out_of_it_changes_nothing_outside) {
    const auto outside = make("../outside.db", 0644);
    fs::create_directories(data_);
    fs::create_symlink(outside, fs::path(data_) / "order.db");

    static_cast<void>(open_data_folder(data_));

    EXPECT_EQ(mode_of(outside), 0644U);
}

TEST_F(DataFolder, is_refused_while_a_restore_has_not_ended) {
    for (const auto marker : {restore_copying, restore_moving}) {
        const auto folder = fs::path(data_) / marker;
        fs::create_directories(folder);
        EXPECT_TRUE(refusal().contains("dangol restore BACKUP --data " + data_)) << refusal();
        EXPECT_EQ(refusal().contains("Or delete"), marker == restore_copying) << refusal();
        fs::remove(folder);
        EXPECT_NO_THROW(static_cast<void>(open_data_folder(data_)));
    }
}

}  // namespace
}  // namespace dangol::adapters

#pragma once

#include <string>
#include <string_view>

namespace dangol::adapters {

/// Folders within the data folder that a restore makes. While one of them is there, the restore has not
/// ended, and nothing may be served: `copying` until the new files are complete and verified, then `moving`
/// until they have taken their places.
inline constexpr std::string_view restore_copying = "restore.copying";
inline constexpr std::string_view restore_moving = "restore.moving";

/// Makes the data folder if there is none, for its owner alone (0700), takes the rights of everybody else
/// from what is in it (0600), and gives its path. What belongs to another user stays as it is, with a line in
/// the log. Throws std::runtime_error with what to do if it cannot be made, or if a restore has not ended.
[[nodiscard]] std::string open_data_folder(const std::string& path);

/// Throws std::runtime_error if a restore into that folder has not ended.
void refuse_unfinished_restore(const std::string& path);

}  // namespace dangol::adapters

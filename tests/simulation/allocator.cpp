// The heap of a program with one thread: small pieces are kept for the next one of their size. The simulation
// makes some thousand of them for each order, and locks nothing.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>

#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DANGOL_SYSTEM_HEAP
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define DANGOL_SYSTEM_HEAP
#endif
#endif

#ifndef DANGOL_SYSTEM_HEAP
namespace {

constexpr std::size_t step = 16;
constexpr std::size_t small_max = 2048;
constexpr std::size_t block = std::size_t{1} << 16;
/// Only addresses, until a block of them is used.
constexpr std::size_t blocks_max = std::size_t{1} << 18;

struct Piece {
    Piece* next;
};
/// Each block has pieces of one size.
struct SizeClass {
    Piece* kept = nullptr;
    std::byte* fresh = nullptr;
    std::byte* fresh_end = nullptr;
};

std::array<SizeClass, small_max / step + 1> classes{};
std::array<std::uint8_t, blocks_max> class_of_block{};
std::byte* blocks = nullptr;
std::size_t blocks_used = 0;

/// In pages of the processor's greater size: with small ones a tenth of the time went into finding them.
std::byte* address_space() {
    constexpr std::size_t page = std::size_t{1} << 21;
    void* space = mmap(nullptr, blocks_max * block + page, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (space == MAP_FAILED) throw std::bad_alloc();
    auto left = blocks_max * block + page;
    std::align(page, blocks_max * block, space, left);
    madvise(space, blocks_max * block, MADV_HUGEPAGE);
    return static_cast<std::byte*>(space);
}

std::byte* next_block(std::size_t size_class) {
    if (blocks == nullptr) blocks = address_space();
    if (blocks_used == blocks_max) throw std::bad_alloc();
    class_of_block[blocks_used] = static_cast<std::uint8_t>(size_class);
    return blocks + blocks_used++ * block;
}

void* take(std::size_t size) {
    const auto number = (size + step - 1) / step;
    if (number >= classes.size()) {
        void* const memory = std::malloc(size);
        if (memory == nullptr) throw std::bad_alloc();
        return memory;
    }
    auto& one = classes[number];
    if (auto* const piece = one.kept) {
        one.kept = piece->next;
        return piece;
    }
    const auto bytes = number * step;
    if (static_cast<std::size_t>(one.fresh_end - one.fresh) < bytes) {
        one.fresh = next_block(number);
        one.fresh_end = one.fresh + block;
    }
    return std::exchange(one.fresh, one.fresh + bytes);
}

void give_back(void* memory) noexcept {
    const auto offset = static_cast<std::size_t>(static_cast<std::byte*>(memory) - blocks);
    if (offset >= blocks_used * block) return std::free(memory);  // as it also is of null
    auto& one = classes[class_of_block[offset / block]];
    one.kept = new (memory) Piece{one.kept};
}

}  // namespace

void* operator new(std::size_t size) { return take(size == 0 ? 1 : size); }
void* operator new[](std::size_t size) { return take(size == 0 ? 1 : size); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
#endif

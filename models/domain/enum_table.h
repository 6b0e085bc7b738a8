// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace snowmelt {

/// One row per enumerator: both directions of a spelling read the same table.
template <typename E, std::size_t N>
using EnumTable = std::array<std::pair<E, const char*>, N>;

template <typename E, std::size_t N>
constexpr EnumTable<E, N> enumTable(const std::pair<E, const char*> (&rows)[N])
{
    EnumTable<E, N> table{};
    for (std::size_t i = 0; i < N; ++i)
        table[i] = rows[i];
    return table;
}

namespace detail {

/// Both compilers print an enumerator by its name and any other value as a cast: "(snowmelt::Health)9".
template <auto V>
constexpr bool isEnumerator()
{
    constexpr std::string_view printed = __PRETTY_FUNCTION__;
    constexpr std::size_t value = printed.find("V = ") + 4;
    return printed[value] != '(';
}

template <typename E, std::size_t I = 0>
constexpr std::size_t countEnumerators()
{
    if constexpr (isEnumerator<static_cast<E>(I)>())
        return countEnumerators<E, I + 1>();
    else
        return I;
}

} // namespace detail

/// True when the table has every enumerator of E (numbered from 0 without gaps) in declaration order, so that an
/// enumerator added without its spelling does not compile.
template <typename E, std::size_t N>
constexpr bool isComplete(const EnumTable<E, N>& table)
{
    if (N != detail::countEnumerators<E>())
        return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (table[i].first != static_cast<E>(i))
            return false;
    }
    return true;
}

} // namespace snowmelt

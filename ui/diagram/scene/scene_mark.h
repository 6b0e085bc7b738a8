// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

enum class DriftMark { Unscanned, Partial, Clean, Drifted };

/// What a box shows when it is too small for words, in a few bytes. Equal marks look the same.
struct SceneMark
{
    BoxKind kind : 8 = BoxKind::Node;
    Health health : 8 = Health::Unknown;
    Side side : 4 = Side::None;
    DriftMark drift : 4 = DriftMark::Unscanned;
    bool planned : 1 = false;
    bool reached : 1 = false;    ///< was there before and answers; its health is not asked
    bool otherImage : 1 = false; ///< runs something else than the blueprint says
    quint32 differences : 16 = 0;

    bool node() const { return kind == BoxKind::Node || kind == BoxKind::Cell; }
    bool container() const { return kind == BoxKind::Group || kind == BoxKind::Zone; }
    /// Its health has nothing to say beside what the mode asks for.
    bool quiet() const { return health == Health::Healthy || reached; }
    bool operator==(const SceneMark&) const = default;
};

SceneMark markOf(const DiagramBox& box);

} // namespace snowmelt

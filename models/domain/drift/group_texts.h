// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

namespace snowmelt {

/// Small text files to fetch from one node: path → SHA-256 (hex) of what was compared.
using TextsWanted = QMap<QByteArray, QByteArray>;

/// Files whose contents differ and whose texts may be shown (texts.h): at most 50, each wanted from the nodes that
/// differ and from one node that has it as the baseline. By index in GroupDrift::nodes.
QMap<int, TextsWanted> textsWanted(const GroupDrift& drift, const QList<FactSheet>& sheets);

/// Puts what was fetched, by index of the node and path, into the differences. One that is missing leaves both texts
/// of its difference empty.
void addTexts(GroupDrift& drift, const QMap<int, QMap<QByteArray, QByteArray>>& fetched);

} // namespace snowmelt

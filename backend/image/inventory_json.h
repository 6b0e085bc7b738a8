// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inventory.h"

#include <optional>

namespace snowmelt {

/// The inventory as it lies beside its image (docs/IMAGES.md): the same text for the same inventory.
QByteArray renderInventory(const Inventory& inventory);
std::optional<Inventory> parseInventory(const QByteArray& text);

/// What dpkg-query printed as "STATUS<tab>NAME<tab>VERSION<tab>ARCHITECTURE"; only what is installed, sorted by name.
QList<PackageFact> parsePackages(const QByteArray& text);
QList<UserFact> parsePasswd(const QByteArray& text);  ///< /etc/passwd
QList<GroupFact> parseGroups(const QByteArray& text); ///< /etc/group

} // namespace snowmelt

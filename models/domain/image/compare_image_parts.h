// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/compare_images.h"

namespace snowmelt {

inline const QByteArray serviceFolder = QByteArrayLiteral("/etc/snowmelt/services/");

/// Parts of compareImages(): each in the order in which it is told.
QList<ImageDifference> comparePackages(const Inventory& from, const Inventory& to);
QList<ImageDifference> compareImageFiles(const ImageContents& from, const ImageContents& to,
                                         const QList<ImageDifference>& packages);
QList<ImageDifference> compareAccounts(const Inventory& from, const Inventory& to);
QList<ImageDifference> compareServices(const ImageContents& from, const ImageContents& to);
QList<ImageDifference> compareRecipes(const QByteArray& from, const QByteArray& to);

/// A file of a service in both images, where it is: it is told by its command. Otherwise it is a file as any other.
bool isToldAsService(const QByteArray& path, const ImageContents& from, const ImageContents& to);

/// "0644 root root 12 B", "link to ../x", "folder 0755 root root"
QString fileFactText(const FileFact& fact, const Inventory& inventory);
/// What of two files differs: "type", "mode", "owner", "group", "size", "content", "target"
QStringList differingFields(const FileFact& was, const FileFact& is, const Inventory& from, const Inventory& to);

} // namespace snowmelt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QByteArray>

#include <optional>

namespace snowmelt {

/// The blueprint's text with groups.GROUP.image replaced, every other byte as it was. Nothing when the text has no such
/// plain value.
std::optional<QByteArray> spliceGroupImage(const QByteArray& text, const QString& group, const ImageRef& to);

} // namespace snowmelt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace snowmelt {

/// One pattern of ssh_config(5): "*" is any text, "?" any byte. Takes at most text × pattern steps.
bool matchesSshPattern(QByteArrayView text, QByteArrayView pattern);

/// Patterns parted by commas; one with "!" before it that matches refuses, whatever else does.
bool matchesSshPatternList(QByteArrayView text, const QByteArray& patterns);

/// The same for host names, which have no upper case.
bool matchesSshHostList(const QByteArray& host, const QByteArray& patterns);

} // namespace snowmelt

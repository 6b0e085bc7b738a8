// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"

namespace snowmelt {

/// Where `text` says something else than `own`, which is what Snowmelt writes for the same truth. Comments and blanks
/// do not count, nor do the lines that name a state file: those are stateFileOf()'s. What follows a word that names a
/// secret (stats auth, password, setenv, an Authorization header) is not in them.
QList<ConfigEdit> editsByHand(const QByteArray& text, const QByteArray& own);

/// The text with the slots of `wanted` in it; every other line stays as it is, whoever wrote it, but for those that
/// name a state file: what it holds would outweigh what is written here. Where `wanted` has other groups, slots, port
/// or health paths than the text, that cannot be: nothing.
std::optional<QByteArray> editedConfig(const QByteArray& text, const BalancerConfig& wanted);

/// The file the next start loads over the configuration for this group's slots (configuration manual, 3.1
/// server-state-file, 4.2 load-server-state-from-file); empty: none.
QString stateFileOf(const QByteArray& text, const QString& group);

} // namespace snowmelt

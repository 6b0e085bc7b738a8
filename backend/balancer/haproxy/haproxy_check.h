// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/haproxy/haproxy_answers.h"
#include "models/domain/fleet.h"

namespace snowmelt::haproxy {

/// "* L7OK" while another check is under way: the word of the one that ended.
QByteArray checkStatus(const AnswerTable& stat, qsizetype row);

/// What a server's row says of its check (management guide 9.1). Nothing in maint, where HAProxy leaves these columns
/// empty. `now` is HAProxy's own clock, from which `lastchg` counts back; null: it is not known since when.
std::optional<BalancerCheck> checkOf(const AnswerTable& stat, qsizetype row, const QDateTime& now);

} // namespace snowmelt::haproxy

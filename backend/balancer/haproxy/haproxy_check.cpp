// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/haproxy/haproxy_check.h"

namespace snowmelt::haproxy {
namespace {

/// Words of a check that went well, or of none that has ended.
bool speaksOfNoFailure(const QByteArray& status)
{
    static const QList<QByteArray> words{"L7OK", "L7OKC", "L6OK", "L4OK", "INI", "UNK", "PROCOK"};
    return words.contains(status);
}

} // namespace

QByteArray checkStatus(const AnswerTable& stat, qsizetype row)
{
    const QByteArray status = stat.text(row, "check_status");
    return status.startsWith("* ") ? status.mid(2) : status;
}

std::optional<BalancerCheck> checkOf(const AnswerTable& stat, qsizetype row, const QDateTime& now)
{
    const QByteArray status = checkStatus(stat, row);
    if (status.isEmpty())
        return {};
    BalancerCheck check;
    check.status = QString::fromUtf8(status);
    check.code = static_cast<int>(stat.number(row, "check_code"));
    check.description = QString::fromUtf8(stat.text(row, "check_desc"));
    check.words = QString::fromUtf8(stat.text(row, "last_chk"));
    if (!stat.text(row, "check_duration").isEmpty())
        check.ms = static_cast<int>(stat.number(row, "check_duration"));
    check.failed = !speaksOfNoFailure(status);
    const QByteArray state = stat.text(row, "status");
    check.up = state.startsWith("UP") || state.startsWith("DRAIN");
    if (now.isValid() && !stat.text(row, "lastchg").isEmpty())
        check.since = now.addSecs(-stat.number(row, "lastchg"));
    return check;
}

} // namespace snowmelt::haproxy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/http_check.h"

namespace snowmelt {

static constexpr int bodyShown = 200;

HttpCheck parseCheck(const QString& check)
{
    const qsizetype at = check.indexOf(u'=');
    return at < 0 ? HttpCheck{check, {}} : HttpCheck{check.left(at), check.mid(at + 1).toUtf8()};
}

HttpAnswer held(const HttpCheck& check, HttpAnswer answer)
{
    if (answer.status != 200 || check.text.isEmpty() || answer.body.contains(check.text))
        return answer;
    const QString body = QString::fromUtf8(answer.body.left(bodyShown).trimmed());
    answer.failure = u"200 without “%1”: %2"_qs.arg(QString::fromUtf8(check.text), body);
    answer.status = 0;
    return answer;
}

QString saidBy(const HttpAnswer& answer)
{
    if (answer.status == 0)
        return answer.failure;
    return QString::number(answer.status) + u' ' + QString::fromUtf8(answer.body.left(bodyShown).trimmed());
}

} // namespace snowmelt

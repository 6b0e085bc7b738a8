// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/values.h"

#include "app/cli/cli_text.h"
#include "app/cli/tell.h"

#include <QLocale>
#include <QRegularExpression>

namespace snowmelt {
namespace {

constexpr int longestSeconds = 24 * 60 * 60;

/// nullopt: no time, or longer than a day.
std::optional<int> secondsOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{1,6})([smh]?)$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const qint64 inSeconds = unit == u"h" ? 3600 : unit == u"m" ? 60 : 1;
    const qint64 seconds = match.captured(1).toLongLong() * inSeconds;
    return seconds <= longestSeconds ? std::optional(static_cast<int>(seconds)) : std::nullopt;
}

} // namespace

std::optional<ImageRef> imageValue(const Call& call, const QString& verb, const QString& text)
{
    const std::optional<ImageRef> ref = ImageRef::parse(text);
    if (!ref)
        tellUsage(call.console, CliText::tr("“%1” is not an image; expected IMAGE@VERSION.").arg(text), verb);
    return ref;
}

std::optional<ImageRef> namedImage(const Call& call, const QString& verb, const QString& text)
{
    const QStringList versions = call.blueprint.versionsOf(text);
    return imageValue(call, verb, versions.isEmpty() ? text : QString(text + u'@' + versions.last()));
}

std::optional<int> numberValue(const Call& call, const QString& verb, const QString& option, int lowest, int highest,
                               int fallback)
{
    if (!call.arguments.has(option))
        return fallback;
    const QString text = call.arguments.value(option);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number >= lowest && number <= highest)
        return number;
    tellUsage(call.console,
              CliText::tr("%1 is “%2”; expected a whole number from %3 to %4.")
                  .arg(option, text, QString::number(lowest), QString::number(highest)),
              verb);
    return std::nullopt;
}

std::optional<int> secondsValue(const Call& call, const QString& verb, const QString& option, int lowest, int fallback)
{
    if (!call.arguments.has(option))
        return fallback;
    const QString text = call.arguments.value(option);
    const std::optional<int> seconds = secondsOf(text);
    if (seconds && *seconds >= lowest)
        return seconds;
    tellUsage(call.console,
              CliText::tr("%1 is “%2”; expected seconds from %3 to %4, or a time like 90s or 5m.")
                  .arg(option, text, QString::number(lowest), QString::number(longestSeconds)),
              verb);
    return std::nullopt;
}

std::optional<double> limitValue(const Call& call, const QString& verb, const QString& option, const LimitRange& range,
                                 double fallback)
{
    if (!call.arguments.has(option))
        return fallback;
    const QString text = call.arguments.value(option);
    if (text == u"off")
        return range.off;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    // The comparisons are false for "nan".
    if (isNumber && number >= range.lowest && number <= range.highest)
        return number;
    tellUsage(call.console,
              CliText::tr("%1 is “%2”; expected a number from %3 to %4, or off.")
                  .arg(option, text, QString::number(range.lowest), QString::number(range.highest)),
              verb);
    return std::nullopt;
}

QDateTime pastTime(const QString& text, const QDateTime& now)
{
    static const QRegularExpression ago(QStringLiteral("\\A([0-9]{1,5})([mhdw])\\z"));
    const QRegularExpressionMatch match = ago.match(text);
    if (match.hasMatch()) {
        const QString unit = match.captured(2);
        const qint64 inSeconds = unit == u"w" ? 7 * 86400 : unit == u"d" ? 86400 : unit == u"h" ? 3600 : 60;
        const qint64 count = match.captured(1).toLongLong();
        return count > 0 ? now.addSecs(-count * inSeconds).toUTC() : QDateTime();
    }
    const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    const QDateTime at =
        day.isValid() ? day.startOfDay() : QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd'T'HH:mm"));
    return at.isValid() && at <= now ? at.toUTC() : QDateTime();
}

std::optional<QDateTime> pastValue(const Call& call, const QString& verb, const QString& option, const QDateTime& now)
{
    if (!call.arguments.has(option))
        return QDateTime();
    const QString text = call.arguments.value(option);
    const QDateTime at = pastTime(text, now);
    if (at.isValid())
        return at;
    tellUsage(call.console,
              CliText::tr("%1 is “%2”; expected a time that is over: 2026-11-01, 2026-11-01T14:00, or 30m, 12h, 1d, 2w "
                          "ago.")
                  .arg(option, text),
              verb);
    return std::nullopt;
}

QString refText(const ImageRef& ref)
{
    return ref.isNull() ? QString() : ref.text();
}

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

} // namespace snowmelt

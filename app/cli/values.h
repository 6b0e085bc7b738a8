// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "models/domain/result.h"

#include <QDateTime>

#include <optional>

namespace snowmelt {

/// Values of options and words. nullopt: it was no such value, and the person has been told (exit 64).
std::optional<ImageRef> imageValue(const Call& call, const QString& verb, const QString& text);
/// The same, where "shop" alone means its last version in the blueprint's order.
std::optional<ImageRef> namedImage(const Call& call, const QString& verb, const QString& text);
/// A whole number of the option, `fallback` when it was not given.
std::optional<int> numberValue(const Call& call, const QString& verb, const QString& option, int lowest, int highest,
                               int fallback);
/// A time from one second to a day: "90", "90s", "5m", "1h".
std::optional<int> secondsValue(const Call& call, const QString& verb, const QString& option, int lowest, int fallback);
/// A number with decimals, or "off", which stands for `off`.
struct LimitRange
{
    double lowest = 0;
    double highest = 0;
    double off = 0;
};
std::optional<double> limitValue(const Call& call, const QString& verb, const QString& option, const LimitRange& range,
                                 double fallback);

/// A time that is over: a day ("2026-11-01", its beginning), a minute ("2026-11-01T14:00"), both local, or how long ago
/// ("30m", "12h", "1d", "2w"). A null time when the option was not given.
std::optional<QDateTime> pastValue(const Call& call, const QString& verb, const QString& option, const QDateTime& now);
/// The same of a text; null: it is no such time, or it is not over.
QDateTime pastTime(const QString& text, const QDateTime& now);

/// "shop@1.1.0" as it is typed; empty when null.
QString refText(const ImageRef& ref);
/// A count for people: by thousands, alike in every language we speak.
QString grouped(qint64 number);

} // namespace snowmelt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace snowmelt::bench {

/// One thing that was measured several times, in ms.
struct ImageFigure
{
    QString name;
    QList<qint64> wallMs; ///< of each round
};

struct ImageConditions
{
    QString suite;
    QString os;     ///< image@version
    QString image;  ///< the one whose own tier is built alone
    QString mirror; ///< empty: mmdebstrap's own
    int rounds = 0;
};

inline const QString bareName = QStringLiteral("mmdebstrap");
inline const QString osName = QStringLiteral("os tier");
inline const QString ownTierName = QStringLiteral("own tier alone");

/// Of an even number the lower one; nothing when there is none.
std::optional<qint64> medianOf(const QList<ImageFigure>& figures, const QString& name);
/// How many times as long the OS tier took as bare mmdebstrap.
std::optional<double> osByBare(const QList<ImageFigure>& figures);
/// The OS tier in 1.1 times bare mmdebstrap, the tier of an application alone in 5 s.
bool withinImageBudget(const QList<ImageFigure>& figures);

QString toText(const ImageConditions& conditions, const QList<ImageFigure>& figures);
/// Schema "snowmelt.bench/1": see bench_image.cpp.
QJsonObject toJson(const ImageConditions& conditions, const QList<ImageFigure>& figures);

} // namespace snowmelt::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <optional>

namespace snowmelt {

struct DesktopCall;

/// What scans that are made by themselves found since a person was told last. Told of each thing once, several
/// together. Values only.
class DriftNews
{
    Q_DECLARE_TR_FUNCTIONS(DriftNews)

public:
    /// What is known without having been found now: nothing to tell.
    void know(const QString& node, bool differs);
    void found(const QString& node, const QString& group, bool differs);
    void lost(const QString& node, const QString& group); ///< could not be scanned
    bool isAny() const { return !m_drifted.isEmpty() || !m_lost.isEmpty(); }
    /// All of it in one call; nothing: there is none. After it there is none.
    std::optional<DesktopCall> take();

private:
    QString subject() const;
    static QString names(const QStringList& nodes);

    QSet<QString> m_differing;        ///< known to
    QSet<QString> m_unreached;        ///< known to be
    QMap<QString, QString> m_drifted; ///< not told yet: node → group
    QMap<QString, QString> m_lost;    ///< not told yet: node → group
    int m_calls = 0;
};

} // namespace snowmelt

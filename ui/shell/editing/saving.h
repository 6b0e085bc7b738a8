// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/edited.h"

#include <QObject>

#include <functional>

class QWidget;

namespace snowmelt {

class Session;

/// Brings the blueprint's changes to disk. What somebody else wrote meanwhile is never lost unasked, and nobody leaves
/// changes behind unasked.
class Saving final : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void()>;

    Saving(Session* session, QWidget* window);

    /// `then` only once it is on disk.
    void save(const Then& then = {});
    /// At once when there is nothing to save; else the person says.
    void whenSaved(const Then& then);

Q_SIGNALS:
    void said(const QString& text);
    void failed(const QString& text);

private:
    void write(const std::optional<QByteArray>& expected, const QByteArray& text, const Blueprint& blueprint,
               const Then& then);
    void askAboutTheirs(const std::optional<QByteArray>& theirs, const Then& then);
    Edited mergedInto(const QByteArray& theirs) const;

    Session* m_session;
    QWidget* m_window;
};

} // namespace snowmelt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intent.h"

#include <QObject>

namespace snowmelt {

class Session;
struct ExportSource;
struct Question;
struct RehearsalSubject;

/// What a person asks for, from asking back to starting the operation. Dialogs are opened, never waited for.
class Commands final : public QObject
{
    Q_OBJECT
public:
    Commands(Session* session, QWidget* window);

    void up();
    void down();
    void scanAll();
    void scan(const QStringList& nodes); ///< empty: all
    void build(const ImageRef& image);
    void editRecipe(const ImageRef& image); ///< null: the one looked at last, or the blueprint's last
    /// Empty: the group selected, or the first.
    void swap(const QString& group);
    /// Begins with this version chosen.
    void swapTo(const QString& group, const ImageRef& to);
    void rebirth(const QString& node);
    /// Nodes of one group, in this order.
    void rebirthOf(const QStringList& nodes);
    void cancelDeployment();
    void cancel(const OperationId& id);
    void exportDiagram(const ExportSource& source);
    void copyPicture(const ExportSource& source);

Q_SIGNALS:
    void recipeAsked(const snowmelt::ImageRef& image);
    void said(const QString& text); ///< a short remark for the status bar

private:
    template <typename Then>
    void ask(const Question& question, Then then);
    /// Shows what would be done, and does it when the person starts it.
    void rehearse(const RehearsalSubject& subject);
    QString groupFor(const QString& asked) const;

    Session* m_session;
    QWidget* m_window;
};

} // namespace snowmelt

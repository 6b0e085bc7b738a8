// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/differences/whom.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace snowmelt {

/// Above who differs: what was found, how old that is, against what, and what can be done. Progress while nodes are
/// looked at.
class DifferencesHead final : public QWidget
{
    Q_OBJECT
public:
    explicit DifferencesHead(QWidget* parent);

    /// Null `drift`: nothing was found yet.
    void showFound(const DiffIntent& whom, const GroupDrift* drift);
    void showAge(const GroupDrift* drift);
    /// The nodes that can be what the others are compared with.
    void offerBaselines(const QStringList& nodes, const QString& chosen);
    QString baseline() const; ///< empty: what most have
    void showNotice(const QString& text, const QString& all);
    void showLook(const OperationState* look); ///< null or ended: none is under way
    void setLookBlocked(const QString& why);   ///< empty: it can be begun
    /// Whether the platform can replace a node at all; without it there are no buttons for that.
    void setRebirthOffered(bool offered);
    /// Empty node: none is chosen.
    void offerRebirth(const QString& node, const QString& why);
    /// Of those that differ; fewer than two: nothing is offered.
    void offerRebirthOf(const QStringList& nodes, const QString& why);

Q_SIGNALS:
    void lookAsked();
    void cancelAsked();
    void copyAsked();
    void closeAsked();
    void rebirthAsked();
    void rebirthAllAsked();

private:
    QPushButton* makeButton(const char* name, const QString& text, const QString& hint);
    QWidget* makeProgress();
    void follow();

    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_notice;
    QPushButton* m_rebirth;
    QPushButton* m_rebirthAll;
    QPushButton* m_copy;
    QPushButton* m_look;
    QPushButton* m_close;
    QComboBox* m_baseline;
    QWidget* m_progress;
    QProgressBar* m_bar;
    QLabel* m_doing;
    QPushButton* m_cancel;
    bool m_looking = false;
    bool m_rebirthOffered = true;
    QString m_whyNot;
};

} // namespace snowmelt

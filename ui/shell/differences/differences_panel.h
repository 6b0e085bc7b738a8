// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/differences/whom.h"

#include "models/items/prepared_drift.h"
#include "ui/shell/finding/side_worker.h"
#include <QByteArray>
#include <QPointer>

#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace snowmelt {

class DifferenceDetail;
class DifferencesHead;
class DifferencesTools;
class EmptyPage;
class GroupDriftFilter;
class GroupDriftModel;
class MatrixView;
class Session;
enum class DriftSection;

/// Below the diagram: who differs in a group, or among nodes that were picked. Looks at them when it is asked to, and
/// says what it knows and how old that is.
class DifferencesPanel final : public QWidget
{
    Q_OBJECT
public:
    DifferencesPanel(Session* session, QWidget* parent);

    /// Shows whom, and looks at them if nobody did yet.
    void open(const DiffIntent& whom);
    void close();

Q_SIGNALS:
    void rebirthAsked(const QString& node);
    void rebirthOfAsked(const QStringList& nodes);
    void opened();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What a person is at, by what it is and not where.
    struct Place
    {
        DriftSection section;
        QByteArray key;
        QString node;
    };
    QWidget* makeBody();
    void connectParts();
    void rememberParts();
    void look();
    void cancel();
    void follow();
    void take(PreparedDrift drift);
    void followLook();
    void followSituation();
    void showFound();
    void showPage();
    /// What the button of a page without rows is for.
    enum class PageAct { Look, ClearFilter, ShowHidden };
    void setPage(const QString& title, const QString& text, const QString& action, PageAct act = PageAct::Look);
    void connectPage(PageAct act);
    void setAlikePage(const GroupDrift& drift);
    void showHidden(bool wanted);
    void followCurrent(const QModelIndex& index);
    QString notice(const GroupDrift* drift) const;
    QStringList differing() const;
    QString failure() const;
    std::optional<Place> placeOf(const QModelIndex& index) const;
    void goTo(const std::optional<Place>& place);
    QString nodeMeant() const;
    void copySelection();
    void copyAll();

    Session* m_session;
    DiffIntent m_whom;
    QStringList m_differing; ///< of what is shown
    SideWorker m_preparing;
    GroupDriftModel* m_model;
    GroupDriftFilter* m_filter;
    DifferencesHead* m_head;
    DifferencesTools* m_tools;
    QStackedWidget* m_pages;
    QSplitter* m_body;
    MatrixView* m_matrix;
    DifferenceDetail* m_detail;
    QPointer<EmptyPage> m_empty;
    QStringList m_emptySays; ///< what it was made of: it stays while that stays
};

} // namespace snowmelt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/shell/history/record_window.h"

#include <QPointer>

class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace snowmelt {

class ImageComparison;
class LineageModel;
class Session;

/// The fleet's images: who is born from what, what is built of it and which nodes run it; two of them compared.
class ImagesWindow final : public RecordWindow
{
    Q_OBJECT
public:
    ImagesWindow(Session* session, QWidget* parent);
    ~ImagesWindow() override;

Q_SIGNALS:
    void buildAsked(const snowmelt::ImageRef& image); ///< null: a person chooses
    void storeAsked();

private:
    QWidget* makeLineage();
    void makeButtons();
    QList<ImageRecord> chosen() const; ///< in the order of the tree
    void followChoice();
    void showWhatIsMissing(const QList<ImageRecord>& images);
    void followImages();
    void compare();
    void turnRound();
    void takeAction();
    void take(const OperationId& id, const ImageDiff& diff);
    void settle(const OperationId& id, const Finished& finished);
    void forget();

    QPointer<Session> m_session; ///< null: the main window is closing
    LineageModel* m_model;
    QSplitter* m_both;
    QStackedWidget* m_pages = nullptr;
    QTreeView* m_tree = nullptr;
    ImageComparison* m_comparison;
    QPushButton* m_build = nullptr;
    QList<ImageRecord> m_compared; ///< from, to; empty: nothing was asked for
    OperationId m_running;
    ImageRef m_wanted; ///< what the page's button builds; null: it tries again
};

} // namespace snowmelt

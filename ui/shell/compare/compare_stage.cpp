// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compare_stage.h"

#include "models/items/comparison_model.h"
#include "models/items/tree_row.h"
#include "ui/shell/compare/compare_view.h"
#include "ui/shell/compare/difference_delegate.h"
#include "ui/shell/history/empty_page.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>

namespace snowmelt {

namespace {

constexpr int stageWidth = 1280;
constexpr int compareListWidth = 420;
constexpr QSize leastView{480, 320};

} // namespace

CompareStage::CompareStage(QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_view(new CompareView(this)), m_model(new ComparisonModel(this)),
      m_side(new QStackedWidget(this)), m_list(makeList())
{
    setChildrenCollapsible(false);
    m_view->setMinimumSize(leastView);
    m_side->setMinimumWidth(compareListWidth / 2);
    m_side->addWidget(m_list);
    m_side->addWidget(new EmptyPage(
        tr("Nothing differs"), tr("Both states have the same parts, with the same properties and lines."), {}, m_side));
    addWidget(m_view);
    addWidget(m_side);
    setStretchFactor(0, 1);
    setSizes({stageWidth - compareListWidth, compareListWidth});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { m_view->point(current.data(PartRole).toString()); });
    connect(m_view, &CompareView::partClicked, this, [this](const QString& part) {
        m_list->setCurrentIndex(part.isEmpty() ? QModelIndex() : m_model->find(part));
        m_view->point(part);
    });
}

QTreeView* CompareStage::makeList()
{
    auto* list = new QTreeView(m_side);
    list->setObjectName(QStringLiteral("compareList"));
    list->setAccessibleName(tr("What differs"));
    list->setModel(m_model);
    list->setItemDelegate(new DifferenceDelegate(list));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(true);
    return list;
}

void CompareStage::setPicture(const std::shared_ptr<const ComparedPicture>& picture)
{
    m_view->setPicture(picture);
    m_model->setComparison({picture, &picture->comparison});
    m_side->setCurrentIndex(picture->comparison.same() ? 1 : 0);
}

} // namespace snowmelt

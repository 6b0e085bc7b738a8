// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/compare/compared_picture.h"

#include <QSplitter>

class QStackedWidget;
class QTreeView;

namespace snowmelt {

class CompareView;
class ComparisonModel;

/// Both states as one diagram beside the list of what differs. They point at each other; when nothing differs, that is
/// said in place of the list.
class CompareStage final : public QSplitter
{
    Q_OBJECT
public:
    explicit CompareStage(QWidget* parent);

    void setPicture(const std::shared_ptr<const ComparedPicture>& picture);

private:
    QTreeView* makeList();

    CompareView* m_view;
    ComparisonModel* m_model;
    QStackedWidget* m_side;
    QTreeView* m_list;
};

} // namespace snowmelt

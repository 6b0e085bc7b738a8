// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace snowmelt {

class Actions;
class SearchField;

/// Scan, Build image…, Swap…, Export; Show: Health, Drift, Image; the find field.
class ToolBar final : public QToolBar
{
    Q_OBJECT
public:
    ToolBar(Actions* actions, QWidget* parent);
    SearchField* searchField() const { return m_find; }

private:
    QWidget* makeModes(Actions* actions);
    SearchField* m_find;
};

} // namespace snowmelt

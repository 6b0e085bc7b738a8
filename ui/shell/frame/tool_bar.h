// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace snowmelt {

class Actions;
class FindField;
class FleetDocument;

/// Scan, Build image…, Swap…, Export; Show: Health, Drift, Image; the find field.
class ToolBar final : public QToolBar
{
    Q_OBJECT
public:
    ToolBar(Actions* actions, FleetDocument* document, QWidget* parent);
    FindField* findField() const { return m_find; }

private:
    QWidget* makeModes(Actions* actions);
    FindField* m_find;
};

} // namespace snowmelt

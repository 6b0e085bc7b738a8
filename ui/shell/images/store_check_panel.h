// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace snowmelt {

class StoreDamageModel;

/// What verifying the image store found: whole or not in a sentence, with what to do, and below it what is damaged.
class StoreCheckPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit StoreCheckPanel(QWidget* parent);
    void showCheck(const StoreCheck& check);

private:
    void makeList();
    StoreDamageModel* m_model;
    QLabel* m_said;
    QTreeView* m_list;
};

} // namespace snowmelt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace snowmelt {

class GroupDriftFilter;
class GroupDriftModel;

/// What a person wants to see of who differs: a text, a section, some of the nodes. Says how much of it is hidden.
class DifferencesTools final : public QWidget
{
    Q_OBJECT
public:
    DifferencesTools(GroupDriftModel* model, GroupDriftFilter* filter, QWidget* parent);
    void follow(); ///< another comparison is shown: what is no longer in it is no longer chosen
    void clear();  ///< shows everything again

Q_SIGNALS:
    void changed();

private:
    void listSections();
    void listNodes();
    void chooseNodes(const QAction* pressed);
    void apply();

    GroupDriftModel* m_model;
    GroupDriftFilter* m_filter;
    QLineEdit* m_text;
    QComboBox* m_section;
    QPushButton* m_nodes;
    QMenu* m_menu;
    QLabel* m_hidden;
};

} // namespace snowmelt

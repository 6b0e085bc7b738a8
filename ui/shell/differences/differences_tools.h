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

/// What a person wants to see of who differs: a text, a section, a severity, some of the nodes, and what rules hide.
/// Says how much of it is not there.
class DifferencesTools final : public QWidget
{
    Q_OBJECT
public:
    DifferencesTools(GroupDriftModel* model, GroupDriftFilter* filter, QWidget* parent);
    void follow(); ///< another comparison is shown: what is no longer in it is no longer chosen
    void clear();  ///< shows everything again

Q_SIGNALS:
    void changed();
    void hiddenAsked(bool wanted); ///< what rules hide is to be seen, or not any more

private:
    void listSections();
    void listSeverities();
    void listNodes();
    void countHidden();
    void chooseNodes(const QAction* pressed);
    void apply();

    GroupDriftModel* m_model;
    GroupDriftFilter* m_filter;
    QLineEdit* m_text;
    QComboBox* m_section;
    QComboBox* m_severity;
    QPushButton* m_nodes;
    QMenu* m_menu;
    QPushButton* m_rules;
    QLabel* m_hidden;
};

} // namespace snowmelt

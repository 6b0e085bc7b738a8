// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/inspector/fact_list.h"

class QPushButton;

namespace snowmelt {

class PanelHead;

/// A head, facts and a button, rarely two: a group, an image, the fleet as a whole, a part that does not run yet.
class FactsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FactsPage(QWidget* parent = nullptr);
    PanelHead* head() const { return m_head; }
    void setFacts(const QList<Fact>& facts);
    /// Empty text: no button. `why` disables it and is said. There is no second one, until it is set after this.
    void setButton(const QString& text, const QString& why);
    void setSecondButton(const QString& text, const QString& why);

Q_SIGNALS:
    void clicked();
    void secondClicked();

private:
    PanelHead* m_head;
    FactList* m_facts;
    QPushButton* m_button;
    QPushButton* m_second;
};

} // namespace snowmelt

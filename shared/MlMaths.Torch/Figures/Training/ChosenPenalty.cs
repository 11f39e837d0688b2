using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>The upright line at the penalty that was chosen, in both figures that have penalties across.</summary>
internal static class ChosenPenalty
{
    public static void Mark(Sheet sheet, double chosen)
    {
        bool toLeft = sheet.Across(chosen) > sheet.Area.HorizontalCenter;
        sheet.Upright(chosen, Palette.Text);
        sheet.Text($"chosen λ = {NumberText.Brief(chosen)}", chosen, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -7 : 7, dy: 2);
    }
}

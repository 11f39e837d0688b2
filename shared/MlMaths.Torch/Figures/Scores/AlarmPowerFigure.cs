using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Figures;

/// <summary>Share of windows that ring, by how far the base rate moved: one line per size of window.</summary>
public static class AlarmPowerFigure
{
    private const int Width = 500, Height = 330;

    /// <summary>Draws the lines, equal factors as equal steps.</summary>
    /// <param name="powers">By size of window, ascending, over the same shifts.</param>
    /// <param name="falseAlarmRate">What the limits are set for; a line marks it.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(IReadOnlyList<AlarmPower> powers, double falseAlarmRate, string name = "alarm-power") => Paper.Both(() =>
    {
        string[] names = [.. powers.Select(power => $"{NumberText.Count(power.Rows)} rows")];
        double[] shifts = [.. powers.SelectMany(power => power.Shifts).Distinct().Order()];
        Scale x = Scale.Logarithm("new base rate ÷ old", shifts) with { Marks = Marks(shifts) };
        var sheet = new Sheet(x, Scale.Share("share of windows with "
            + "an alarm"), Width, Height, right: EndLabels.RoomFor(names));
        var labels = new EndLabels();
        sheet.Level(falseAlarmRate, Palette.Muted);
        sheet.Upright(1, Palette.Muted);
        for (int k = 0; k < powers.Count; k++)
        {
            Ink ink = Palette.Ordered(k, powers.Count);
            sheet.Line(powers[k].Shifts, powers[k].Shares, ink);
            sheet.Points(powers[k].Shifts, powers[k].Shares, ink, size: 7);
            labels.Add(names[k], ink, powers[k].Shifts[^1], powers[k].Shares[^1]);
        }

        labels.Draw(sheet);
        if (powers.Count == 0) sheet.Note("no window was tried");
        return sheet.Finish(name, AltText(powers, falseAlarmRate));
    });

    private static (double At, string Words)[] Marks(double[] shifts)
    {
        (double At, string Words)[] all = [(0.25, "¼"), (0.5, "½"), (1, "1"), (2, "2"), (3, "3"), (4, "4")];
        return [.. all.Where(mark => shifts.Length > 0 && mark.At >= shifts[0] && mark.At <= shifts[^1])];
    }

    private static string AltText(IReadOnlyList<AlarmPower> powers, double falseAlarmRate)
    {
        IEnumerable<string> each = powers.Select(power =>
            $"of {NumberText.Count(power.Rows)} rows "
            + $"{string.Join(
                ", ", power.Shifts.Select((shift, k) => (shift, k)).Where(one => one.shift is 0.5 or 2 or 3).Select(
                    one => $"{NumberText.Percent(power.Shares[one.k])} at {NumberText.Brief(one.shift)} times the rate"))}");
        return $"Share of windows with an alarm, by how far the base rate moved, "
            + $"at {NumberText.Percent(falseAlarmRate)} false alarms: {string.Join("; ", each)}.";
    }
}

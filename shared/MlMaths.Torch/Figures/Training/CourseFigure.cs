using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>How a training went, beside what is possible on the same rows: losses by epoch, references as level lines, and the moment to
/// look at.</summary>
public static class CourseFigure
{
    private const int Width = 680, Height = 380;

    // A loss that grows without end would flatten everything else.
    private const double MostAbove = 10;

    /// <summary>Draws a course.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="picture">What is drawn.</param>
    public static Figure Draw(string name, CoursePicture picture) => Paper.Both(() =>
    {
        double[] losses = [.. picture.Curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
        double[] levels = [.. picture.Levels.Select(level => level.Loss).Where(double.IsFinite)];
        double ceiling = MostAbove * levels.Append(losses.FirstOrDefault(1)).Max();
        int[] epochs = [.. picture.Curves.SelectMany(curve => curve.Steps).DefaultIfEmpty(1)];
        int first = Math.Min(1, epochs.Min());
        var marks = new UprightMarks(picture.Moment is { } moment
            ? [new UprightMark(Math.Max(first, moment.Epoch), moment.Words, Palette.Text, LinePattern.DenselyDashed)]
            : []);
        Scale x = Scale.Counted(HarmlessText.Line(picture.StepName), first, epochs.Max());
        Scale y = marks.RoomAbove(
            Scale.Logarithm("mean loss of a row", [.. losses.Select(loss => Math.Min(loss, ceiling)), .. levels]), Height);
        string[] names = [.. picture.Curves.Select(curve => curve.Run), .. picture.Levels.Select(level => level.Name)];
        var sheet = new Sheet(x, y, Width, Height, Math.Max(EndLabels.RoomFor(names), marks.RoomRight(x, Width)));
        marks.Draw(sheet);
        var labels = new EndLabels();
        foreach (CourseLevel level in picture.Levels.Where(level => sheet.Y.Takes(level.Loss)))
        {
            sheet.Level(level.Loss, Palette.Muted, LinePattern.Dotted);
            labels.Add(level.Name, Palette.Muted, sheet.X.High, level.Loss);
        }

        foreach ((int place, TrainingCurve curve) in picture.Curves.Index())
            DrawCurve(sheet, labels, curve, Palette.Line(place));
        labels.Draw(sheet);
        if (losses.Length == 0) sheet.Note("no epoch ended with a finite loss");
        return sheet.Finish(name, AltText(picture));
    });

    private static void DrawCurve(Sheet sheet, EndLabels labels, TrainingCurve curve, Ink ink)
    {
        (double Epoch, double Loss)[] drawn =
        [
            .. curve.Steps.Zip(curve.Values, (epoch, loss) => ((double)epoch, Math.Min(loss, sheet.Y.High)))
                .TakeWhile(one => sheet.Y.Takes(one.Item2)),
        ];
        if (drawn.Length == 0) return;
        sheet.Line([.. drawn.Select(one => one.Epoch)], [.. drawn.Select(one => one.Loss)], ink);
        if (drawn.Length == 1) sheet.Point(drawn[0].Epoch, drawn[0].Loss, ink);
        labels.Add(curve.Run, ink, drawn.Length == curve.Steps.Count ? sheet.X.High : drawn[^1].Epoch, drawn[^1].Loss);
    }

    private static string AltText(CoursePicture picture)
    {
        IEnumerable<string> curves = picture.Curves.Select(curve => curve.Values is [{ } first, .., { } last]
            ? $"{curve.Run} from {Loss(first)} to {Loss(last)}"
            : curve.Values is [{ } only] ? $"{curve.Run} {Loss(only)}" : $"{curve.Run} has no epoch");
        IEnumerable<string> levels = picture.Levels.Select(level => $"{level.Name} {Loss(level.Loss)}");
        string moment = picture.Moment is { } at ? $" Marked: {at.Words}." : "";
        string comparison = picture.Levels.Count > 0 ? $" For comparison: {string.Join(", ", levels)}." : "";
        return $"Mean loss of a row by {picture.StepName}: {string.Join("; ", curves)}.{comparison}{moment}";
    }

    private static string Loss(double loss) => double.IsFinite(loss) ? NumberText.Brief(loss) : "no finite number";
}

using MlMaths.Torch.Cli;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.TakeAway;

/// <summary><c>figure</c>: a figure of a run, drawn again for a paper, a slide or a poster.</summary>
internal sealed class FigureTool : ITool
{
    private const double Narrowest = 40, Widest = 1000;

    private const int FewestDots = 30, MostDots = 1200;

    // What a drawing program still opens; sixteen bits are where many formats end.
    private const double MostAcross = 20_000;

    private static readonly ProjectOption<FigureFormat> FormatOption = ProjectOption.Choice(
        "--format", FigureFormat.Svg, "What kind of file.");

    private static readonly ProjectOption<double> WidthOption = ProjectOption.Number(
        "--width", new FigureStyle().Millimetres, "How wide, in millimetres; letters keep 8 points.", Narrowest, Widest);

    private static readonly ProjectOption<int> DotsOption = ProjectOption.WholeNumber(
        "--dpi", new FigureStyle().DotsPerInch, "Dots per inch of a PNG.", FewestDots, MostDots);

    private static readonly ProjectOption<FigureTone> ThemeOption = ProjectOption.Choice(
        "--theme", FigureTone.Light, "What it is looked at on; print has black words and axes.");

    private static readonly ProjectOption<FigurePalette> PaletteOption = new(
        "--palette", "NAME|#RRGGBB,...", "The colours of lines and groups.", FigurePalette.Own, "own", FigurePalette.MayBe, "grey",
        (string given, out FigurePalette value) => (value = FigurePalette.Read(given)!) is not null);

    private static readonly ProjectOption<string?> TitleOption = ProjectOption.Text(
        "--title", "TEXT", "none", "Words above it.");

    private static readonly ProjectOption<bool> TransparentOption = ProjectOption.Switch(
        "--transparent", "Draw no page behind it.");

    private static readonly ProjectOption<bool> ListOption = ProjectOption.Switch(
        "--list", "Print the names of the run's figures, and what each shows; draw nothing.");

    private static readonly ProjectOption<string?> OutOption = ProjectOption.Text(
        "--out", "DIR", "runs/figures", "Folder for the files; one of the same name is written over.");

    public string Verb => "figure";

    public string Title => "A figure of a run to take away: SVG, PNG or PDF, as wide as it is wanted";

    public string Description =>
        "Draws a figure again from the data that the run kept beside it: on the width that is asked for, its axes are divided anew and "
        + "its letters stay readable, which a picture that is made smaller does not do. An SVG has its words as outlines, a PDF has its "
        + "font with it. Without a name all figures of the run are drawn.";

    public string Words => "RUN_FOLDER [NAME ...]";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("runs/20260102-030405-logistic-regression-7 --list", "which figures there are"),
        new("runs/20260102-030405-logistic-regression-7 roc --format pdf --width 85 --theme print", "one column of a journal"),
        new("runs/20260102-030405-logistic-regression-7 roc --format png --theme dark --title \"ROC\" --transparent", "a dark slide"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } =
    [
        FormatOption, WidthOption, DotsOption, ThemeOption, PaletteOption, TitleOption, TransparentOption, ListOption, OutOption,
    ];

    public bool Answer(ToolContext context)
    {
        if (context.Words.Count == 0)
        {
            throw new UserMistakeException(
                "Which run? Name its folder behind the command: for instance figure runs/20260102-030405-logistic-regression-7 roc.");
        }

        FinishedRun run = FinishedRun.Open(context.Words[0]);
        StoredFigures figures = StoredFigures.Of(run);
        if (figures.Names.Count == 0) throw new UserMistakeException(WhyNone(run, figures));
        if (context.Of(ListOption)) return List(context, figures);
        string[] asked = [.. context.Words.Skip(1).Distinct()], names = asked.Length == 0 ? [.. figures.Names] : Known(run, figures, asked);
        FigureStyle style = Style(context);
        TakenFiles files = new(context.Of(OutOption) ?? Path.Combine("runs", "figures"), run, style.Format);
        foreach (string name in names)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Say(Quoted.Path(files.Write(name, figures.Draw(name, style))));
        }

        if (run.Changed?.Any(file => file.How != FileChange.Added && IsData(file.Name)) == true)
            context.Say("Data of figures was changed after the run: what is drawn need not be what it measured.");
        if (asked.Length == 0 && figures.Lacking.Count > 0)
            context.Say($"Not drawn, as their data is gone or damaged: {string.Join(", ", figures.Lacking)}.");
        return true;
    }

    private static FigureStyle Style(ToolContext context)
    {
        FigureStyle style = new()
        {
            Format = context.Of(FormatOption),
            Millimetres = context.Of(WidthOption),
            DotsPerInch = context.Of(DotsOption),
            Tone = context.Of(ThemeOption),
            Palette = context.Of(PaletteOption),
            Title = context.Of(TitleOption),
            IsTransparent = context.Of(TransparentOption),
        };
        double across = style.Millimetres / 25.4 * style.DotsPerInch;
        return style.Format != FigureFormat.Png || across <= MostAcross
            ? style
            : throw new UserMistakeException(FormattableString.Invariant(
                $"--width {style.Millimetres} at --dpi {style.DotsPerInch} is {across:0} dots across, and {MostAcross:0} are the most: ")
                + "ask for fewer of one of the two.");
    }

    private static bool List(ToolContext context, StoredFigures figures)
    {
        int widest = figures.Names.Max(name => name.Length);
        foreach (string name in figures.Names) context.Say($"{name.PadRight(widest)}  {figures.AltText(name).ReplaceLineEndings(" ")}");
        if (figures.Lacking.Count > 0) context.Say($"Without data, so not drawn again: {string.Join(", ", figures.Lacking)}.");
        return true;
    }

    // What is wrong with any of the names is said at once.
    private static string[] Known(FinishedRun run, StoredFigures figures, string[] asked)
    {
        string[] faults = [.. asked.Where(name => !figures.Names.Contains(name)).Select(name => figures.Lacking.Contains(name)
            ? $"The data of the figure {Quoted.Value(name)} is gone, damaged or of another version: {Again(run)}."
            : NearestName.Of(name, figures.Names) is { } near
                ? $"The run has no figure {Quoted.Value(name)}: did you mean {near}?"
                : $"The run has no figure {Quoted.Value(name)}: --list names all {figures.Names.Count}.")];
        return faults.Length == 0 ? asked : throw new UserMistakeException(string.Join("\n", faults));
    }

    private static string WhyNone(FinishedRun run, StoredFigures figures) => figures.Lacking.Count == 0
        ? $"{Quoted.Path(run.Folder)} holds no figures."
        : $"{Quoted.Path(run.Folder)} has no data beside its figures, which runs of earlier versions did not keep: {Again(run)}.";

    private static string Again(FinishedRun run) => $"do the run again ({run.Command.ReplaceLineEndings(" ")}), and draw from that one";

    private static bool IsData(string name) =>
        name.StartsWith("figures/", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal);
}

using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Cli;

/// <summary>
/// A run whose options and data were found good: only then does it get a folder, and only with a folder does the work
/// begin. A mistake of the user's that is found while preparing leaves nothing, a crash at work leaves a folder that says so.
/// </summary>
/// <param name="Data">What the run looks at; null where all is drawn by the seed.</param>
/// <param name="Device">Where tensors live, for instance <c>cpu</c>.</param>
/// <param name="Work">The path from what was prepared to the result.</param>
public sealed record PreparedRun(DataDescription? Data, string Device, Func<BegunRun, ProjectResult> Work)
{
    private const int StepRepeats = 2;

    private FittedPreparation Preparation { get; init; } = FittedPreparation.Nothing;

    private IReadOnlyList<AbsenceByClass> Absences { get; init; } = [];

    private bool AreSorted { get; init; }

    private IReadOnlyList<TargetLeak> Leaks { get; init; } = [];

    private RowCopies? Copies { get; init; }

    /// <summary>A run on rows that were prepared: its page opens with what was done to the columns.</summary>
    /// <param name="rows">The prepared rows.</param>
    /// <param name="positive">The value of the target that counts as positive; null where there is none.</param>
    /// <param name="preparation">What was learnt to prepare them.</param>
    /// <param name="device">Where tensors live.</param>
    /// <param name="work">The path from what was prepared to the result.</param>
    /// <param name="absences">Where the classes differ in what is missing.</param>
    /// <param name="leaks">Columns that say what the target is; null: they are looked for.</param>
    public static PreparedRun Of(
        Dataset rows, string? positive, FittedPreparation preparation, torch.Device device, Func<BegunRun, ProjectResult> work,
        IReadOnlyList<AbsenceByClass>? absences = null, IReadOnlyList<TargetLeak>? leaks = null) =>
        new(DataDescription.Of(rows, positive), device.ToString(), work)
        {
            Preparation = preparation,
            Absences = absences ?? [],
            AreSorted = SortedByClass.Are(rows),
            Leaks = rows.Raw is null ? [] : leaks ?? TargetLeaks.In(rows),
            Copies = RowCopies.In(rows),
        };

    /// <summary>The same, whose page also says what each step of the preparation was worth.</summary>
    /// <param name="target">The rows that were prepared, and their classes.</param>
    /// <param name="split">Which of them train, choose and judge; test rows take no part.</param>
    public PreparedRun MeasuringSteps(BinaryTarget target, DataSplit split) => Preparation.IsNothing ? this : this with
    {
        Work = run =>
        {
            ProjectResult found = Work(run);
            IReadOnlyList<StepWorth> steps = run.Stage("Measuring what each step was worth", () => PreparationSteps.Train(
                target, split.ValidationTrains().Training.Rows, run.Common.Seed, run.Common.Quick ? 1 : StepRepeats,
                    run.CancellationToken));
            return steps.Count == 0 ? found : found with
            {
                Report = found.Report with { Sections = [StepsSection.Of(steps, found.Measurements), .. found.Report.Sections] },
            };
        },
    };

    /// <summary>The result, with what was done to the columns before everything else.</summary>
    internal ProjectResult WithPreparation(ProjectResult found) => Preparation.IsNothing
        ? found
        : found with
        {
            Report = Cautioned(found.Report) with
            {
                Sections = [PreparationSection.Of(Preparation, Absences, AreSorted, Leaks, Copies), .. found.Report.Sections],
            },
            CvLines = LeakCallouts.InBrief(Leaks) is null ? found.CvLines : new CvLines(),
            Pages = [.. found.Pages.Select(page => page with { Page = Cautioned(page.Page) })],
            Documents = [.. found.Documents, PreparationDocument.Of(Preparation, Copies)],
            Spoken = [.. PreparationSection.Spoken(Preparation, Copies), .. LeakCallouts.Spoken(Leaks), .. found.Spoken],
        };

    // A score that a leak has made is not to be read without it, and not to be told.
    private Report Cautioned(Report report) => new[] { LeakCallouts.Headline(Leaks), Copies?.Headline }.Aggregate(
        report, (page, caution) => caution is null ? page : page with { Lead = MarkdownText.Of($"{caution} {page.Lead}") });
}

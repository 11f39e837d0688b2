using MlMaths.Torch.Cli;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>What may be asked of a study.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Epochs">Passes of each training.</param>
/// <param name="SeedCount">Trainings of each setting.</param>
/// <param name="Quick">Shorter measurements of time.</param>
internal sealed record StudyOptions(StudyKind Kind, int Epochs, int SeedCount, bool Quick)
{
    private static readonly ProjectOption<int> EpochsOption = ProjectOption.WholeNumber(
        "--epochs", 12, "Passes over the training rows, the same for all settings.", 1, 1000);

    private static readonly ProjectOption<int> SeedsOption = ProjectOption.WholeNumber(
        "--seeds", 8, "Trainings of each setting: each seed trains all of them.", 3, 100);

    public static IReadOnlyList<ProjectOption> All { get; } = [EpochsOption, SeedsOption];

    public static StudyOptions Checked(ParsedOptions parsed)
    {
        string words = string.Join(' ', parsed.Words);
        if (!Enum.TryParse(words, ignoreCase: true, out StudyKind kind) || !Enum.IsDefined(kind) || !char.IsLetter(words[0]))
        {
            string names = string.Join(", ", Enum.GetNames<StudyKind>().Select(name => Quoted.Value(name.ToLowerInvariant())));
            throw new UserMistakeException(words.Length == 0
                ? $"Say what to study, one of {names}: {CommandSet.Typed("study")} batch, for instance."
                : $"There is no study of {Quoted.Value(words)}: it may be one of {names}.");
        }

        bool quick = parsed.Common.Quick;
        return new(
            kind, quick && !parsed.Given.Contains(EpochsOption) ? 3 : parsed.Of(EpochsOption),
            quick && !parsed.Given.Contains(SeedsOption) ? 3 : parsed.Of(SeedsOption), quick);
    }
}

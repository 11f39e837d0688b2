namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>Every kind of input that the suite reads and that others may have written.</summary>
internal static class FuzzedKinds
{
    public static IReadOnlyList<IFuzzedKind> All { get; } =
    [
        new CsvKind(), new ScoresKind(), new IdxKind(), new ExpressionKind(), new OptionsKind(),
            new CommandJsonKind(), new CheckpointKind(isForged: false),
        new CheckpointKind(isForged: true),
    ];
}

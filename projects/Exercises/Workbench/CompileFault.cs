namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>What keeps a learner's file from being compiled.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Says">One sentence, without the line.</param>
internal sealed record CompileFault(int Line, string Says)
{
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Says}");
}

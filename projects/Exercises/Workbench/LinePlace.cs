namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>Where in a file to look.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Method">The method that begins there, where no line of it can be told; null where the line itself is meant.</param>
internal readonly record struct LinePlace(int Line, string? Method)
{
    /// <summary><c>line 12</c>, or <c>Step, from line 40 on</c></summary>
    public override string ToString() =>
        Method is null ? FormattableString.Invariant($"line {Line}") : FormattableString.Invariant($"{Method}, from line {Line} on");
}

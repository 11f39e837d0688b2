namespace MlMaths.Torch.Benchmarks;

/// <summary>Under what a program is repeated.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Variable">An environment variable that is set; null for none.</param>
/// <param name="Value">Its value.</param>
internal sealed record StressSetting(string Name, string? Variable = null, string? Value = null)
{
    /// <summary>Busy processes beside it.</summary>
    public int Busy { get; init; }

    /// <summary>A whole run, and not <c>--quick</c>.</summary>
    public bool IsFull { get; init; }

    /// <summary>Settings that must not change a byte.</summary>
    public static IReadOnlyList<StressSetting> Alike { get; } =
    [
        new("idle"),
        new("beside 4 busy processes") { Busy = 4 },
        new("OMP_NUM_THREADS=1", "OMP_NUM_THREADS", "1"),
        new("OMP_NUM_THREADS=2", "OMP_NUM_THREADS", "2"),
        new("one core for .NET", "DOTNET_PROCESSOR_COUNT", "1"),
        new("whole runs") { IsFull = true },
    ];

    /// <summary>Other instructions round otherwise: bytes may differ, decisions must not.</summary>
    public static IReadOnlyList<StressSetting> OtherInstructions { get; } =
    [
        new("DOTNET_EnableAVX512=0", "DOTNET_EnableAVX512", "0"),
        new("DOTNET_EnableAVX2=0", "DOTNET_EnableAVX2", "0"),
        new("ATEN_CPU_CAPABILITY=avx2", "ATEN_CPU_CAPABILITY", "avx2"),
        new("MKL_CBWR=AVX2", "MKL_CBWR", "AVX2"),
    ];

    /// <summary>What a setting sets is unset everywhere else, whatever this process was started with.</summary>
    public void Apply(IDictionary<string, string?> environment)
    {
        foreach (StressSetting setting in Alike.Concat(OtherInstructions))
        {
            if (setting.Variable is { } variable)
                environment.Remove(variable);
        }

        if (Variable is not null)
            environment[Variable] = Value;
    }
}

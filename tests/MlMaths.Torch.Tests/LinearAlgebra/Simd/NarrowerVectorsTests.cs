using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MlMaths.Torch.Tests.House;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>The tests of what is written with vectors, run again in a process where the wider ones are switched off.</summary>
public sealed class NarrowerVectorsTests
{
    /// <summary>Lanes that a child process is to find.</summary>
    internal const string Expected = "MLMATHS_EXPECTED_LANES";

    private static readonly string[] Tests = ["SimdProductTests", "SimdBackpropagationTests", "PlainPerceptronTests"];

    [Fact]
    public void Everything_holds_with_256_bits()
    {
        Assert.SkipUnless(Vector512.IsHardwareAccelerated, "This processor has no vectors of 512 bits that could be switched off.");
        RunAgain("8", ["EnableAVX512", "EnableAVX512F"]);
    }

    [Fact]
    public void Everything_holds_with_128_bits()
    {
        Assert.SkipUnless(Avx2.IsSupported, "This processor has no vectors of 256 bits that could be switched off.");
        RunAgain("4", ["EnableAVX512", "EnableAVX512F", "EnableAVX2", "EnableAVX"]);
    }

    private static void RunAgain(string lanes, string[] switches)
    {
        Dictionary<string, string?> environment = switches.ToDictionary(name => $"DOTNET_{name}", _ => (string?)"0");
        environment[Expected] = lanes;
        string[] classes = [.. Tests.SelectMany(name => new[] { "-class", $"*.{name}" })];

        Command run = Command.Run("dotnet", [typeof(NarrowerVectorsTests).Assembly.Location, .. classes], environment);

        Assert.True(run.ExitCode == 0, run.Output);
    }
}

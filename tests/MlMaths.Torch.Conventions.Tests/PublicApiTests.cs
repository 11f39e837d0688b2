using Microsoft.CodeAnalysis;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>Nothing becomes public, or stops being it, by accident.</summary>
public sealed class PublicApiTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "tests", "MlMaths.Torch.Conventions.Tests");

    [Fact]
    public void The_public_face_of_the_library_is_the_agreed_one()
    {
        string verified = Path.Combine(Folder, "PublicApi.verified.txt"), received = Path.Combine(Folder, "PublicApi.received.txt");
        string agreed = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        string now = PublicApi.Render(CSharpSources.Library.Compilation);

        File.Delete(received);
        if (agreed == now)
            return;

        File.WriteAllText(received, now);
        Assert.Fail(
            $"The public face changed:\n{Difference(agreed, now)}\nIf that is meant, move PublicApi.received.txt over "
            + $"PublicApi.verified.txt in {Path.GetRelativePath(Repository.Folder, Folder)}.");
    }

    [Fact]
    public void It_lists_types_and_members_as_a_reader_would_write_them()
    {
        CSharpSources sources = CSharpSources.Planted("shared/Mean.cs", """
            namespace Sums;
            public interface IAverage { double Of(double[] values); }
            public sealed record Mean(double Value, string? Unit = null) : IAverage
            {
                public const int Least = 1;
                public double Of(double[] values) => Value;
                internal void Hidden() { }
                public static Mean operator +(Mean left, Mean right) => left;
            }
            internal sealed class Secret { public int Value; }
            public enum Kind { Arithmetic, Harmonic = 3 }
            """);

        Assert.Equal("""
            namespace Sums

              interface IAverage
                double Of(double[] values)

              enum Kind
                Arithmetic = 0
                Harmonic = 3

              sealed record Mean : IAverage
                Mean(double Value, string? Unit = null)
                const int Least = 1
                double Of(double[] values)
                string? Unit { get; init; }
                double Value { get; init; }
                static Mean operator +(Mean left, Mean right)


            """.ReplaceLineEndings("\n"), PublicApi.Render(sources.Compilation));
    }

    [Fact]
    public void The_sources_are_read_as_the_build_reads_them()
    {
        // A generator's part is missing here (CS8795), and nothing else.
        IEnumerable<Diagnostic> errors = CSharpSources.Product.SelectMany(sources => sources.Compilation.GetDeclarationDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795");
        Convention.Holds(errors, "What these tests cannot read, they cannot judge:");
        Convention.Holds(
            CSharpSources.Product.SelectMany(sources => sources.NotUnderstood)
                .Select(node => $"{node.SyntaxTree.FilePath}:{CSharpSources.LineOf(node)}: {node}"),
            "These tests do not know what it stands for:");
    }

    [Fact]
    public void A_planted_name_that_nobody_knows_is_found() => Assert.Equal(
        ["NoSuchThing"],
        CSharpSources.Planted("shared/Mean.cs", "class Mean { string Of() => nameof(NoSuchThing) + \"\"; }").NotUnderstood
            .Select(node => $"{node}"));

    private static string Difference(string agreed, string now)
    {
        string[] before = agreed.Split('\n'), after = now.Split('\n');
        return string.Join('\n', before.Except(after).Select(line => $"- {line.Trim()}")
            .Concat(after.Except(before).Select(line => $"+ {line.Trim()}")));
    }
}

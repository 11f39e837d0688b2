using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>
/// Compiles one file of a learner's, in this process and without a project: a file-based program with its <c>#:</c> lines, or a class
/// alone. What a project adds by itself is added here too: implicit usings, and all that this program itself was built with.
/// </summary>
internal static class LearnerCompiler
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Roslyn refuses `#:` lines unless it is told of them.
    private static readonly CSharpParseOptions Parsing = new CSharpParseOptions(LanguageVersion.Latest)
        .WithFeatures([new("FileBasedProgram", "true")]);

    private static readonly string[] Known = ["System", "Microsoft.CSharp", "netstandard", "mscorlib", "MlMaths.Torch", "TorchSharp"];

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(ReferencesOfThisProgram);

    /// <summary>The compiled file, or what keeps it from being compiled, first line first.</summary>
    /// <param name="text">The whole file.</param>
    public static (LearnerAssembly? Assembly, IReadOnlyList<CompileFault> Faults) Compile(string text)
    {
        SyntaxTree asWritten = Parsed(text).SyntaxTree;
        CSharpCompilation written = Compilation(asWritten);
        Diagnostic[] errors = [.. written.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
            return (null, [.. Told(errors, written)]);

        SyntaxTree marked = asWritten.WithRootAndOptions(MarkedLoops.In(asWritten.GetRoot()), Parsing);
        using MemoryStream code = new(), symbols = new();
        EmitResult result = Compilation(marked).Emit(
            code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? (LearnerAssembly.Load(code.ToArray(), symbols.ToArray()), [])
            : throw new InvalidOperationException($"Marked loops do not compile: {result.Diagnostics[0]}");
    }

    /// <summary>The file as a tree, whether it compiles or not.</summary>
    public static SyntaxNode Parsed(string text) => CSharpSyntaxTree.ParseText(SourceText.From(text), Parsing).GetRoot();

    private static CSharpCompilation Compilation(SyntaxTree file)
    {
        bool isProgram = file.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        return CSharpCompilation.Create(
            "answer", [file, CSharpSyntaxTree.ParseText(SourceText.From(ImplicitUsings), Parsing)], References.Value,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
    }

    // One sentence a line: the errors that follow from the first on it say no more.
    private static IEnumerable<CompileFault> Told(IEnumerable<Diagnostic> errors, CSharpCompilation written) =>
        from error in errors
        let line = error.Location.GetLineSpan().StartLinePosition.Line + 1
        group error by line into onLine
        orderby onLine.Key
        let first = onLine.OrderBy(error => error.Location.SourceSpan.Start).First()
        select new CompileFault(
            onLine.Key, FaultWords.Of(first, written.GetSemanticModel(first.Location.SourceTree ?? written.SyntaxTrees[0])));

    private static ImmutableArray<MetadataReference> ReferencesOfThisProgram()
    {
        string files = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        IEnumerable<string> known = files.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => Known.Any(start => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal)));
        return [.. known.Append(typeof(LoopMark).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file))];
    }
}

using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Compiling a learner's file in this process.</summary>
public sealed class WorkbenchTests
{
    [Fact]
    public void The_head_of_a_file_based_program_and_the_usings_of_a_project_are_taken()
    {
        (LearnerAssembly? answer, IReadOnlyList<CompileFault> faults) = LearnerCompiler.Compile(
            "#:project ../x.csproj\n#:property PublishAot=false\nConsole.WriteLine(Answer.Twice([1, 2]).Sum());\n"
            + "static class Answer { public static List<int> Twice(int[] x) => x.Select(one => 2 * one).ToList(); }\n");
        Assert.Empty(faults);
        Assert.Equal([2, 4], (List<int>)answer!.Method("Twice")!.Invoke(null, [new[] { 1, 2 }])!);
    }

    [Theory]
    [InlineData("int One() { return 1 }", 1, "a semicolon is missing here.")]
    [InlineData("\nint Two() { int count = 1; return cuont; }", 2, "there is no name 'cuont' here (did you mean 'count'?).")]
    [InlineData("int Three(int a) { if (a > 1) return 1; }", 1, "not every way through this method ends in a return.")]
    [InlineData("int Four() { int a = 1; int a = 2; return a; }", 1, "'a' is declared twice.")]
    public void What_does_not_compile_is_said_with_its_line(string body, int line, string says)
    {
        (LearnerAssembly? answer, IReadOnlyList<CompileFault> faults) = LearnerCompiler.Compile($"static class Answer {{ static {body} }}"
            .Replace("static \n", "\nstatic ", StringComparison.Ordinal));
        Assert.Null(answer);
        Assert.Equal((line, says), (faults[0].Line, faults[0].Says));
    }

    [Fact]
    public void Every_kind_of_loop_says_its_line_and_no_line_moves()
    {
        LearnerAssembly answer = LearnerCompiler.Compile(
            """
            static class Answer
            {
                public static int All()
                {
                    int n = 0;
                    for (int i = 0; i < 2; i++) n++;
                    while (n < 4)
                        n++;
                    do { n++; } while (n < 6);
                    foreach (int one in new[] { 1 }) { if (one > 0) continue; n = 0; }
                    return n;
                }

                public static void Throw() { foreach (int one in new[] { 1 })
                    throw new InvalidOperationException("here"); }
            }
            """).Assembly!;
        LoopMark.At(0);
        Assert.Equal(6, answer.Method("All")!.Invoke(null, []));
        Assert.Equal(10, LoopMark.Line);
        Exception thrown = Assert.ThrowsAny<Exception>(() => answer.Method("Throw")!.Invoke(null, []));
        Assert.Equal(15, answer.LineOf(thrown.InnerException!));
        Assert.Equal(14, LoopMark.Line);
    }

    [Theory]
    [InlineData("Stack overflow.\nRepeat 9 times:\n---\n   at Answer.Deep(Double)\n---", 134, "'Deep' calls itself without an end")]
    [InlineData("   at TorchSharp.X.Y()\nStack overflow.\n   at Answer.<Gradient>g__Rec|3_0(T)", 134, "'Rec' calls itself")]
    [InlineData("terminate called\n  what():  shapes do not match.\nmore", 134, "libtorch said: shapes do not match.")]
    [InlineData("Out of memory.", 134, "more than a gigabyte")]
    [InlineData("", 7, "exit code 7")]
    public void The_last_words_of_a_process_say_why_it_ended(string errors, int code, string says) =>
        Assert.Contains(says, DeadChild.Words(errors, code), StringComparison.Ordinal);
}

using MlMaths.Torch.Cli;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Cli;

/// <summary>How a tool ends when somebody presses Ctrl-C.</summary>
public sealed class ToolCommandTests
{
    [Fact]
    public void A_tool_that_stops_when_it_is_asked_to_says_so_and_ends_as_cancelled()
    {
        Assert.Equal((ExitCode.Cancelled, "Cancelled."), Run(context =>
        {
            Assert.True(context.Cancellation.WaitHandle.WaitOne(0));
            return true;
        }));
        Assert.Equal((ExitCode.Cancelled, "Cancelled."), Run(context =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            return false;
        }));
    }

    [Fact]
    public void One_that_never_asks_ends_as_it_does() => Assert.Equal((ExitCode.Done, ""), Run(_ => true));

    private static (int ExitCode, string Said) Run(Func<ToolContext, bool> answer)
    {
        using TestConsole output = new(), errors = new();
        int exitCode = ToolCommand.Run([], new Tool(answer), CommandConsole.Standard(output, errors), new(canceled: true));
        return (exitCode, errors.Output.Trim());
    }

    private sealed class Tool(Func<ToolContext, bool> answer) : ITool
    {
        public string Verb => "wait";

        public string Title => "Waits";

        public string Description => "Waits.";

        public string Words => "";

        public IReadOnlyList<CommandExample> Examples => [];

        public IReadOnlyList<ProjectOption> Options => [];

        public bool Answer(ToolContext context) => answer(context);
    }
}

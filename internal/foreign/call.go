package foreign

import (
	"userpoolplayground/internal/diagnostic"
	"userpoolplayground/internal/reading"
)

var (
	boto3 = &tongue{
		called: "Python", target: target("boto3"), find: findCalls, read: readCall,
		missing: "No call of create_user_pool with arguments was found, nor arguments with a PoolName.",
	}
	paws = &tongue{
		called: "R", target: target("paws"), find: findCalls, read: readCall, alone: true,
		missing: "No call of create_user_pool with arguments was found, nor arguments with a PoolName.",
	}
	yamlRequests = &tongue{
		called: "YAML", target: target("aws-cli-json"), find: findDocument, read: readCall,
		missing: "No object with a PoolName was found.",
	}
)

// findCalls takes every call for a pool.
func findCalls(_ *mapper, root *reading.Value) []*pool {
	var found []*pool
	for _, c := range root.Children {
		id := "create_user_pool"
		if name := c.Member("PoolName"); name != nil && name.Kind == reading.String {
			id = name.Text
		}
		if c.Kind == reading.Object && len(c.Children) > 0 {
			found = append(found, &pool{id: id, value: c})
		}
	}
	return found
}

func findDocument(_ *mapper, root *reading.Value) []*pool {
	if root.Member("PoolName") == nil {
		return nil
	}
	return []*pool{{id: "request", value: root}}
}

func readCall(m *mapper, p *pool) *part {
	if answer := p.value.Member("UserPool"); answer != nil && p.value.Member("PoolName") == nil {
		m.say(diagnostic.Error, "import-no-pool", "UserPool", answer.From, answer.To, "This is an answer and no call: paste it as JSON.")
		return nil
	}
	return m.request(p.value, p.path)
}
